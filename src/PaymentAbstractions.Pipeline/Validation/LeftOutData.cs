namespace PaymentAbstractions;

/// <summary>Commercial card data that the adapter does not receive, for the result to report.</summary>
/// <param name="Given">The fields of the complete data, in their order.</param>
/// <param name="Sent">The fields that the adapter receives; empty when it receives no data.</param>
/// <param name="Because">The rules that the data broke; empty when sending was not requested or the gateway supports none.</param>
internal sealed record LeftOutData(
    ValueList<string> Given,
    ValueList<string> Sent,
    ValueList<CommercialCardFinding> Because
)
{
    private const int MaxFindings = 20;

    public static LeftOutData Of(
        CommercialCardData given,
        CommercialCardData? sent,
        IEnumerable<CommercialCardFinding>? because = null
    ) => new(given.GivenFields(), sent?.GivenFields() ?? [], [.. (because ?? []).Take(MaxFindings)]);

    /// <summary>Reports what was left out, after something was sent. A capture or refund uses the level of its original.</summary>
    public PaymentResult Report(PaymentResult result, bool sendHasBegun)
    {
        if (!sendHasBegun)
        {
            return result;
        }

        var byAdapter = result.CommercialData.DroppedFields;
        var goesByOriginal = result.Operation is PaymentOperation.Capture or PaymentOperation.Refund;
        return result with
        {
            CommercialData = result.CommercialData with
            {
                SentLevel =
                    Sent.Count > 0 ? result.CommercialData.SentLevel
                    : goesByOriginal ? null
                    : CommercialDataLevel.LevelI,
                DroppedFields = [.. Given.Where(field => !Sent.Contains(field) || byAdapter.Contains(field))],
                DroppedBecause = Because,
            },
        };
    }
}
