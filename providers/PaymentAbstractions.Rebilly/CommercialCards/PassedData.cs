namespace PaymentAbstractions.Rebilly;

/// <summary>
/// The part of a request's commercial card data that is written to the custom field. Rebilly's transactions have no dedicated fields for
/// this data, and its refunds have no custom fields at all.
/// </summary>
/// <remarks>Source: core API reference (transactions, payouts, refund): customFields.</remarks>
internal sealed class PassedData
{
    private readonly CommercialCardData _given;

    private PassedData(CommercialCardData given, CommercialCardData? passed, int? tooLong)
    {
        _given = given;
        Data = passed;
        TooLong = tooLong;
    }

    /// <summary>The data that is sent; <see langword="null"/> when none is.</summary>
    public CommercialCardData? Data { get; }

    /// <summary>The length in characters of the requested text, when it does not fit into the field.</summary>
    public int? TooLong { get; }

    /// <returns>The selected data, or <see langword="null"/> when the request has no data or the gateway has no field for it.</returns>
    public static PassedData? Of(PaymentRequest request, RebillyOptions options)
    {
        if (
            options.CommercialDataCustomField is null
            || request is not ICommercialCardRequest { CommercialCardData: { } given } commercial
        )
        {
            return null;
        }

        var wanted = given.RequestedLevel == RequestedDataLevel.LevelII ? LevelTwoFields.Of(given) : given;
        if (request is RefundRequest || wanted.GivenFields().Count == 0)
        {
            return new PassedData(given, passed: null, tooLong: null);
        }

        var currency = commercial.Amount.Currency;
        var length = CommercialDataText.Of(wanted, currency).Length;
        if (length <= options.MaxCommercialDataLength)
        {
            return new PassedData(given, wanted, tooLong: null);
        }

        // The totals of an order with only some of its lines would not add up, so the next smaller level is the order without its lines.
        var less = LevelTwoFields.Of(given);
        var makesLevelTwo = CommercialCardClassifier.Classify(less).Level == CommercialDataLevel.LevelII;
        var fits = makesLevelTwo && CommercialDataText.Of(less, currency).Length <= options.MaxCommercialDataLength;
        return new PassedData(given, fits ? less : null, length);
    }

    /// <summary>Reports for the result what was sent. Rebilly does not report what it did with the data.</summary>
    public static CommercialDataResult Report(PassedData? choice)
    {
        if (choice is null)
        {
            return CommercialDataResult.None;
        }

        var passed = choice.Data?.GivenFields() ?? [];
        return new CommercialDataResult
        {
            SentLevel = CommercialCardClassifier.Classify(choice.Data).Level,
            PassedThrough = choice.Data is not null,
            DroppedFields = [.. choice._given.GivenFields().Where(field => !passed.Contains(field))],
        };
    }
}
