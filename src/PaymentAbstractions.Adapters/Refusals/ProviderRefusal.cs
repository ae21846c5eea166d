namespace PaymentAbstractions.Adapters;

/// <summary>A refusal that the provider documents. Whatever an adapter does not recognize is Unknown.</summary>
/// <remarks>Immutable, compares by value.</remarks>
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

    /// <summary>What the provider wrote; it is masked before it is shown.</summary>
    public string? Text { get; }

    /// <summary>The response code that the refusal stands for.</summary>
    public ResponseCode? Code { get; init; }

    /// <summary>The provider's own code.</summary>
    public string? ProviderCode { get; init; }

    /// <summary>The reference of the party behind the provider.</summary>
    public string? GatewayTransactionId { get; init; }

    /// <summary>The transaction that the refusal names.</summary>
    public string? TransactionId { get; init; }

    /// <summary>The fields that the provider complains about.</summary>
    public ValueList<RequestProblem> Problems { get; init; } = [];

    /// <summary>When the caller may come back.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>
    /// Whether the refusal is believed only where the provider's own record agrees with it, for example because its text is not
    /// documented.
    /// </summary>
    public bool NeedsAgreement { get; init; }

    /// <summary>Whether the provider says that the key was used before: what was made under it is the answer.</summary>
    public bool IsKeyUsed { get; private init; }

    /// <summary>Outcome and reason; nothing that the provider wrote.</summary>
    /// <returns>One safe line.</returns>
    public override string ToString() => $"{Outcome} ({Reason})";

    /// <summary>The issuer or the provider said no, and documents that no money moved.</summary>
    /// <param name="text">What the provider wrote.</param>
    /// <returns>The refusal.</returns>
    public static ProviderRefusal Declined(string? text = null) =>
        new(PaymentOutcome.Declined, PaymentReason.DeclinedByIssuer, text);

    /// <summary>The request was refused before it was processed.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="text">What the provider wrote.</param>
    /// <returns>The refusal.</returns>
    public static ProviderRefusal Rejected(PaymentReason reason, string? text = null) =>
        new(PaymentOutcome.Rejected, reason, text);

    /// <summary>The provider did not say yes, and that proves nothing.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="text">What the provider wrote.</param>
    /// <returns>The refusal.</returns>
    public static ProviderRefusal Doubtful(PaymentReason reason, string? text = null) =>
        new(PaymentOutcome.Unknown, reason, text);

    /// <summary>The key was used before.</summary>
    /// <param name="text">What the provider wrote.</param>
    /// <returns>The refusal.</returns>
    public static ProviderRefusal KeyUsed(string? text = null) =>
        new(PaymentOutcome.Unknown, PaymentReason.DuplicateKey, text) { IsKeyUsed = true };
}
