namespace PaymentAbstractions.Testing;

/// <summary>
/// Simulates a provider that supports all commercial card data: wrong or incomplete data is refused, other data is sent up to a level. Data
/// above that level is omitted and reported, or refused.
/// </summary>
internal static class FakeCommercialData
{
    private const string Root = nameof(ICommercialCardRequest.CommercialCardData);

    // The Level II fields of the card schemes' matrix; all other fields belong to Level III.
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

    /// <summary>Checks the requirements of the levels. The pipeline has already checked that the data is valid.</summary>
    public static void Check(PaymentRequest request, CommercialDataLevel highest, ProblemList problems)
    {
        if (request is not ICommercialCardRequest { CommercialCardData: { } data } commercial)
        {
            return;
        }

        if (Asked(data) > highest)
        {
            problems.Add(
                PathOf(nameof(data.RequestedLevel)),
                $"exceeds the highest level of the gateway, which is {highest}."
            );
            return;
        }

        foreach (var finding in CommercialCardValidator.Validate(data, commercial.Amount))
        {
            if (finding.Rule == CommercialCardRule.RequiredForLevel)
            {
                problems.Add(PathOf(finding.Field), finding.Message);
            }
        }

        // An explicitly requested level permits omitting data above it.
        if (data is { RequestedLevel: RequestedDataLevel.BestEffort, WhenNotExpressible: WhenNotExpressible.Refuse })
        {
            foreach (var field in Dropped(data, LevelOf(data, highest)))
            {
                problems.Add(
                    PathOf(field),
                    "is not part of the level that is sent; complete the data, omit it, or set WhenNotExpressible to DropAndReport."
                );
            }
        }
    }

    /// <summary>Adds to a result which data was sent, which was not, and the provider's level.</summary>
    public static PaymentResult Describe(PaymentRequest request, PaymentResult result, CommercialDataLevel highest)
    {
        if (
            request is not ICommercialCardRequest { CommercialCardData: { } data }
            || result.Outcome is PaymentOutcome.NotSent or PaymentOutcome.Rejected
        )
        {
            return result;
        }

        // A capture or refund without data follows the level of its original.
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
