namespace PaymentAbstractions;

/// <summary>What every request that may move money has in common.</summary>
/// <remarks>Requests are immutable, compare by value and can be constructed by anyone, tests included.</remarks>
public abstract record PaymentRequest
{
    private protected PaymentRequest() { }

    /// <summary>The caller's name for this attempt; the same key always means the same intent.</summary>
    public required IdempotencyKey IdempotencyKey { get; init; }

    /// <summary>A text for the merchant's records at the provider. Never card data.</summary>
    public string? Description { get; init; }

    /// <summary>The merchant's own names and values.</summary>
    public Metadata Metadata { get; init; } = [];

    /// <summary>Which operation the request asks for.</summary>
    public abstract PaymentOperation Operation { get; }
}
