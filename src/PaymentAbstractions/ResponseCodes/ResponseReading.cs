namespace PaymentAbstractions;

/// <summary>The values, besides the characters, that determine the interpretation of a response code.</summary>
/// <param name="Source">The source of the code.</param>
internal readonly record struct ResponseReading(ResponseCodeSource Source)
{
    public CardBrand Brand { get; init; }

    public string? Original { get; init; }

    public MerchantAdvice? MerchantAdvice { get; init; }

    /// <summary>Whether the customer was authenticated; <see langword="null"/> when it is not known.</summary>
    public bool? IsAuthenticated { get; init; }

    public bool IsMerchantInitiated { get; init; }

    /// <summary>The table; the default table when <see langword="null"/>.</summary>
    public ResponseCodeTable? Table { get; init; }
}
