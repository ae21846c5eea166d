namespace PaymentAbstractions.Testing;

/// <summary>
/// What becomes of commercial card data at a provider that has a field for all of it: refused when it is wrong or incomplete,
/// else sent up to a level. What lies above that level is left out and told, or refused.
/// </summary>
internal static class FakeCommercialData
{
    private const string Root = nameof(ICommercialCardRequest.CommercialCardData);

    // What the schemes' matrix has for Level II; the rest of the order is Level III.
    private static readonly HashSet<string> LevelTwoFields = new(StringComparer.Ordinal)
    {
        nameof(CommercialCardData.CustomerReference),
        nameof(CommercialCardData.InvoiceNumber),
        nameof(CommercialCardData.MerchantTaxId),
        nameof(CommercialCardData.AdviceTexts),
        "Tax.Amount",
        "Tax.Treatment",
        "Tax.NationalAmount",
        "Tax.NationalRate",
        "ShipTo.PostalCode",
        "ShipTo.Region",
    };

    /// <summary>Adds what the levels require. That the data is right, the pipeline has checked.</summary>
    public static void Check(PaymentRequest request, CommercialDataLevel highest, ProblemList problems)
    {
        if (request is not ICommercialCardRequest { CommercialCardData: { } data } commercial)
        {
            return;
        }

        if (Asked(data) > highest)
        {
            problems.Add(PathOf(nameof(data.RequestedLevel)), $"is more than the gateway takes, which is {highest}.");
            return;
        }

        foreach (var finding in CommercialCardValidator.Validate(data, commercial.Amount))
        {
            if (finding.Rule == CommercialCardRule.RequiredForLevel)
            {
                problems.Add(PathOf(finding.Field), finding.Message);
            }
        }

        // A level that was asked for by name permits to leave out what lies above it.
        if (data is { RequestedLevel: RequestedDataLevel.BestEffort, WhenNotExpressible: WhenNotExpressible.Refuse })
        {
            foreach (var field in Dropped(data, LevelOf(data, highest)))
            {
                problems.Add(
                    PathOf(field),
                    "has no place at the level that is sent; complete the data, leave it out, or set WhenNotExpressible to DropAndReport."
                );
            }
        }
    }

    /// <summary>Adds to a result what was sent, what was not, and what the provider made of it.</summary>
    public static PaymentResult Tell(PaymentRequest request, PaymentResult result, CommercialDataLevel highest)
    {
        if (
            request is not ICommercialCardRequest { CommercialCardData: { } data }
            || result.Outcome is PaymentOutcome.NotSent or PaymentOutcome.Rejected
        )
        {
            return result;
        }

        // Without data, a capture or refund goes by the level of its original.
        var level = LevelOf(data, highest);
        var hasLevel = level > CommercialDataLevel.LevelI || request is not (CaptureRequest or RefundRequest);
        var isTaken = result.Outcome is PaymentOutcome.Approved or PaymentOutcome.PartiallyApproved;
        return result with
        {
            CommercialData = new CommercialDataResult
            {
                SentLevel = hasLevel ? level : null,
                ReportedLevel = hasLevel && isTaken ? level : null,
                DroppedFields = Dropped(data, level),
            },
        };
    }

    private static CommercialDataLevel LevelOf(CommercialCardData data, CommercialDataLevel highest)
    {
        var reached = CommercialCardClassifier.Classify(data).Level;
        var most = data.RequestedLevel == RequestedDataLevel.BestEffort ? highest : Asked(data);
        var level = reached < most ? reached : most;
        return level < highest ? level : highest;
    }

    private static CommercialDataLevel Asked(CommercialCardData data) =>
        data.RequestedLevel switch
        {
            RequestedDataLevel.LevelII => CommercialDataLevel.LevelII,
            RequestedDataLevel.LevelIII => CommercialDataLevel.LevelIII,
            _ => CommercialDataLevel.LevelI,
        };

    private static ValueList<string> Dropped(CommercialCardData data, CommercialDataLevel level) =>
        level switch
        {
            CommercialDataLevel.LevelIII => [],
            CommercialDataLevel.LevelII => [.. data.GivenFields().Where(field => !LevelTwoFields.Contains(field))],
            _ => data.GivenFields(),
        };

    private static string PathOf(string field) => $"{Root}.{field}";
}
