namespace PaymentAbstractions;

/// <summary>The row of a response code, and the values besides the characters that determine its interpretation.</summary>
/// <param name="Table">The table that the row is from.</param>
/// <param name="Row">The row; <see cref="ResponseCodeTable.Unmapped"/> when the table does not contain the code.</param>
internal sealed record ResponseReading(ResponseCodeTable Table, ResponseRow Row)
{
    public ResponseCodeSource Source { get; init; } = ResponseCodeSource.Provider;

    public CardBrand Brand { get; init; }

    public string? Original { get; init; }

    public MerchantAdvice? MerchantAdvice { get; init; }

    /// <summary>Whether the customer was authenticated; <see langword="null"/> when it is not known.</summary>
    public bool? IsAuthenticated { get; init; }

    public bool IsMerchantInitiated { get; init; }

    public bool IsUnmapped => ReferenceEquals(Row, ResponseCodeTable.Unmapped);

    /// <summary>Reads the same code again, with other values.</summary>
    public ResponseReading Again(
        ResponseCodeTable table,
        CardBrand brand,
        bool? isAuthenticated,
        bool isMerchantInitiated
    ) => table.Read(Original ?? Row.Code, brand, isAuthenticated, isMerchantInitiated).With(MerchantAdvice, Source);

    /// <summary>The same reading with an advice and a source; the advice is dropped when the table does not contain the code.</summary>
    public ResponseReading With(MerchantAdvice? advice, ResponseCodeSource source)
    {
        advice = IsUnmapped ? null : advice;
        return advice == MerchantAdvice && source == Source
            ? this
            : this with
            {
                MerchantAdvice = advice,
                Source = source,
            };
    }
}
