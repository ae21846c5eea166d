namespace PaymentAbstractions;

/// <summary>What a response code is read by, besides its characters.</summary>
/// <param name="Source">Where the code came from.</param>
internal readonly record struct ResponseReading(ResponseCodeSource Source)
{
    public CardBrand Brand { get; init; }

    public string? Original { get; init; }

    public MerchantAdvice? MerchantAdvice { get; init; }

    /// <summary>Whether the payment carried the result of an authentication; true where nobody said that it did not.</summary>
    public bool IsAuthenticated
    {
        get => !_isUnauthenticated;
        init => _isUnauthenticated = !value;
    }

    public bool IsMerchantInitiated { get; init; }

    private readonly bool _isUnauthenticated;
}
