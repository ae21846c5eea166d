namespace PaymentAbstractions.Adapters;

/// <summary>A refusal in a form that the provider documents. An answer that is not recognized as one has the outcome Unknown.</summary>
/// <remarks>Instances are immutable and compare by value. A refusal whose <see cref="Code"/> approves has the outcome Unknown.</remarks>
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

    /// <summary>The reason.</summary>
    public PaymentReason Reason { get; }

    /// <summary>The provider's text. It is masked before it reaches a result.</summary>
    public string? Text { get; }

    /// <summary>The response code of the refusal.</summary>
    public ResponseCode? Code { get; init; }

    /// <summary>The provider's own code. It is masked before it reaches a result.</summary>
    public string? ProviderCode { get; init; }

    /// <summary>The reference of the gateway behind the provider.</summary>
    public string? GatewayTransactionId { get; init; }

    /// <summary>The id of the transaction in the refusal.</summary>
    public string? TransactionId { get; init; }

    /// <summary>The invalid fields that the provider lists.</summary>
    public ValueList<RequestProblem> Problems { get; init; } = [];

    /// <summary>The earliest time for another try.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>
    /// Whether the refusal is trusted only if the provider's own record agrees with it. Use it for refusals that the provider does not
    /// document completely.
    /// </summary>
    public bool NeedsAgreement { get; init; }

    /// <summary>Whether the key was used before. The toolkit then looks up the transaction with the key.</summary>
    public bool IsKeyUsed { get; private init; }

    /// <summary>Returns the outcome and the reason, without any text of the provider.</summary>
    /// <returns>One safe line.</returns>
    public override string ToString() => $"{Outcome} ({Reason})";

    /// <summary>Creates a decline by the issuer or the provider. No money has moved.</summary>
    /// <param name="text">The provider's text.</param>
    /// <returns>The refusal.</returns>
    public static ProviderRefusal Declined(string? text = null) =>
        new(PaymentOutcome.Declined, PaymentReason.DeclinedByIssuer, text);

    /// <summary>Creates a rejection of the request before it was processed.</summary>
    /// <param name="reason">The reason.</param>
    /// <param name="text">The provider's text.</param>
    /// <returns>The refusal.</returns>
    public static ProviderRefusal Rejected(PaymentReason reason, string? text = null) =>
        new(PaymentOutcome.Rejected, reason, text);

    /// <summary>Creates a refusal that does not prove whether money has moved.</summary>
    /// <param name="reason">The reason.</param>
    /// <param name="text">The provider's text.</param>
    /// <returns>The refusal.</returns>
    public static ProviderRefusal Doubtful(PaymentReason reason, string? text = null) =>
        new(PaymentOutcome.Unknown, reason, text);

    /// <summary>Creates a refusal because the key was used before.</summary>
    /// <param name="text">The provider's text.</param>
    /// <returns>The refusal.</returns>
    public static ProviderRefusal KeyUsed(string? text = null) =>
        new(PaymentOutcome.Unknown, PaymentReason.DuplicateKey, text) { IsKeyUsed = true };
}
