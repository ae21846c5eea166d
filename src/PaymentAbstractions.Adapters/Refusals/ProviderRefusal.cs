namespace PaymentAbstractions.Adapters;

/// <summary>A refusal in a form that the provider documents. An answer that is not recognized as one ends as Unknown.</summary>
/// <remarks>Immutable, compares by value. A refusal whose <see cref="Code"/> approves ends as Unknown.</remarks>
public sealed record ProviderRefusal
{
    private ProviderRefusal(PaymentOutcome outcome, PaymentReason reason, string? text)
    {
        Outcome = outcome;
        Reason = reason;
        Text = text;
    }

    /// <summary>Declined, Rejected, or Unknown for a refusal that proves nothing.</summary>
    public PaymentOutcome Outcome { get; }

    /// <summary>Why it was refused.</summary>
    public PaymentReason Reason { get; }

    /// <summary>The text of the provider. It is masked before it reaches a result.</summary>
    public string? Text { get; }

    /// <summary>The response code that the refusal stands for.</summary>
    public ResponseCode? Code { get; init; }

    /// <summary>The provider's own code. It is masked before it reaches a result.</summary>
    public string? ProviderCode { get; init; }

    /// <summary>The reference of the gateway behind the provider.</summary>
    public string? GatewayTransactionId { get; init; }

    /// <summary>The id of the transaction that the refusal names.</summary>
    public string? TransactionId { get; init; }

    /// <summary>The fields that the provider complains about.</summary>
    public ValueList<RequestProblem> Problems { get; init; } = [];

    /// <summary>When the caller may try again.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>
    /// Whether the refusal is believed only if the provider's own record agrees with it. Use it for refusals that the provider does not
    /// document completely.
    /// </summary>
    public bool NeedsAgreement { get; init; }

    /// <summary>Whether the key was used before. The toolkit then looks up the transaction under the key.</summary>
    public bool IsKeyUsed { get; private init; }

    /// <summary>Outcome and reason; nothing that the provider wrote.</summary>
    /// <returns>One safe line.</returns>
    public override string ToString() => $"{Outcome} ({Reason})";

    /// <summary>A decline by the issuer or the provider, after which no money has moved.</summary>
    /// <param name="text">The text of the provider.</param>
    /// <returns>The refusal.</returns>
    public static ProviderRefusal Declined(string? text = null) =>
        new(PaymentOutcome.Declined, PaymentReason.DeclinedByIssuer, text);

    /// <summary>A rejection of the request before it was processed.</summary>
    /// <param name="reason">Why it was refused.</param>
    /// <param name="text">The text of the provider.</param>
    /// <returns>The refusal.</returns>
    public static ProviderRefusal Rejected(PaymentReason reason, string? text = null) =>
        new(PaymentOutcome.Rejected, reason, text);

    /// <summary>A refusal that does not prove whether money has moved.</summary>
    /// <param name="reason">Why it was refused.</param>
    /// <param name="text">The text of the provider.</param>
    /// <returns>The refusal.</returns>
    public static ProviderRefusal Doubtful(PaymentReason reason, string? text = null) =>
        new(PaymentOutcome.Unknown, reason, text);

    /// <summary>A refusal because the key was used before.</summary>
    /// <param name="text">The text of the provider.</param>
    /// <returns>The refusal.</returns>
    public static ProviderRefusal KeyUsed(string? text = null) =>
        new(PaymentOutcome.Unknown, PaymentReason.DuplicateKey, text) { IsKeyUsed = true };
}
