namespace PaymentAbstractions.Rebilly;

/// <summary>
/// What of a request's commercial card data goes into the custom field. Rebilly's transactions have no fields of their own for
/// it, and its refunds not even custom fields.
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

    /// <summary>What is passed on, all of it; none when nothing is.</summary>
    public CommercialCardData? Data { get; }

    /// <summary>The characters of the text that was wanted, when it does not fit into the field.</summary>
    public int? TooLong { get; }

    /// <returns>The choice, or <see langword="null"/> when there is no data, or no field and so nothing to choose.</returns>
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

        // Half an order would add up to nothing: the next smaller thing that makes a level is the order without its lines.
        var less = LevelTwoFields.Of(given);
        var makesLevelTwo = CommercialCardClassifier.Classify(less).Level == CommercialDataLevel.LevelII;
        var fits = makesLevelTwo && CommercialDataText.Of(less, currency).Length <= options.MaxCommercialDataLength;
        return new PassedData(given, fits ? less : null, length);
    }

    /// <summary>What was sent, for the result. What became of it, Rebilly does not report.</summary>
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
