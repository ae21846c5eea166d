namespace PaymentAbstractions.Rebilly;

/// <summary>
/// A code with its text, as Rebilly translated it and as the gateway wrote it. Source: core API reference, transaction, <c>gateway</c>.
/// </summary>
/// <remarks>
/// <see cref="PaymentResult.Code"/> and <see cref="PaymentResult.Verification"/> say what the codes mean. Immutable, compares by value,
/// thread-safe.
/// </remarks>
public sealed record RebillyResponse
{
    /// <summary>Rebilly's code.</summary>
    public string? Code { get; init; }

    /// <summary>Rebilly's text.</summary>
    public string? Message { get; init; }

    /// <summary>Rebilly's kind of response; it documents no values. For <see cref="RebillyTransaction.Response"/> only.</summary>
    public string? Type { get; init; }

    /// <summary>The gateway's code.</summary>
    public string? OriginalCode { get; init; }

    /// <summary>The gateway's text.</summary>
    public string? OriginalMessage { get; init; }
}
