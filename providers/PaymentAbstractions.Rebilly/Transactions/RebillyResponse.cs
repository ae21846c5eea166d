namespace PaymentAbstractions.Rebilly;

/// <summary>
/// A code with its text, both as mapped by Rebilly and as sent by the gateway. Source: core API reference, transaction, <c>gateway</c>.
/// </summary>
/// <remarks>
/// For the meaning of the codes, see <see cref="PaymentResult.Code"/> and <see cref="PaymentResult.Verification"/>. Immutable, compares by
/// value, thread-safe.
/// </remarks>
public sealed record RebillyResponse
{
    /// <summary>Rebilly's code.</summary>
    public string? Code { get; init; }

    /// <summary>Rebilly's text.</summary>
    public string? Message { get; init; }

    /// <summary>Rebilly's type of response, for <see cref="RebillyTransaction.Response"/> only; its values are not documented.</summary>
    public string? Type { get; init; }

    /// <summary>The gateway's code.</summary>
    public string? OriginalCode { get; init; }

    /// <summary>The gateway's text.</summary>
    public string? OriginalMessage { get; init; }
}
