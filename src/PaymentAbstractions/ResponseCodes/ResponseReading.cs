namespace PaymentAbstractions;

/// <summary>What a response code is read by, besides its characters.</summary>
/// <param name="Source">Where the code came from.</param>
internal readonly record struct ResponseReading(ResponseCodeSource Source)
{
    public CardBrand Brand { get; init; }

    public string? Original { get; init; }

    public MerchantAdvice? MerchantAdvice { get; init; }

    /// <summary>Whether the customer was authenticated; none where nobody said.</summary>
    public bool? IsAuthenticated { get; init; }

    public bool IsMerchantInitiated { get; init; }

    /// <summary>The table; the default one when null.</summary>
    public ResponseCodeTable? Table { get; init; }
}
