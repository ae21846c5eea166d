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
        if (length <= options.CommercialDataCustomFieldLength)
        {
            return new PassedData(given, wanted, tooLong: null);
        }

        // Half an order would add up to nothing: the next smaller thing that makes a level is the order without its lines.
        var less = LevelTwoFields.Of(given);
        var makesLevelTwo = CommercialCardClassifier.Classify(less).Level == CommercialDataLevel.LevelII;
        var fits =
            makesLevelTwo && CommercialDataText.Of(less, currency).Length <= options.CommercialDataCustomFieldLength;
        return new PassedData(given, fits ? less : null, length);
    }

    /// <summary>The request with the data that is passed on, and no other.</summary>
    public PaymentRequest Apply(PaymentRequest request) =>
        request switch
        {
            ChargeRequest charge => charge with { CommercialCardData = Data },
            CaptureRequest capture => capture with { CommercialCardData = Data },
            RefundRequest refund => refund with { CommercialCardData = Data },
            CreditRequest credit => credit with { CommercialCardData = Data },
            _ => request,
        };

    /// <summary>Says in a result what was sent. What became of it, Rebilly does not report.</summary>
    public PaymentResult Label(PaymentResult result)
    {
        var passed = Data?.GivenFields() ?? [];
        return result with
        {
            CommercialData = new CommercialDataResult
            {
                SentLevel = CommercialCardClassifier.Classify(Data).Level,
                PassedThrough = Data is not null,
                DroppedFields = [.. _given.GivenFields().Where(field => !passed.Contains(field))],
            },
        };
    }
}
