namespace PaymentAbstractions;

/// <summary>What of the policy on commercial card data is the same at every provider.</summary>
internal static class CommercialCardPolicy
{
    private const string Root = nameof(ICommercialCardRequest.CommercialCardData);

    /// <summary>The data that a gateway does not get to see: nobody wants it sent, or the gateway takes none.</summary>
    public static CommercialCardData? LeftOut(PaymentRequest request, GatewayCapabilities capabilities) =>
        request is ICommercialCardRequest { CommercialCardData: { } data }
        && (data.RequestedLevel == RequestedDataLevel.None || !TakesAny(capabilities))
            ? data
            : null;

    public static PaymentRequest Without(PaymentRequest request) =>
        request switch
        {
            SaleRequest sale => sale with { CommercialCardData = null },
            AuthorizeRequest authorization => authorization with { CommercialCardData = null },
            CaptureRequest capture => capture with { CommercialCardData = null },
            RefundRequest refund => refund with { CommercialCardData = null },
            CreditRequest credit => credit with { CommercialCardData = null },
            _ => request,
        };

    /// <summary>Says what was left out, once something was sent. A capture or refund goes by the level of its original.</summary>
    public static PaymentResult Report(PaymentResult result, CommercialCardData leftOut, bool sendHasBegun) =>
        !sendHasBegun
            ? result
            : result with
            {
                CommercialData = result.CommercialData with
                {
                    SentLevel = result.Operation is PaymentOperation.Capture or PaymentOperation.Refund
                        ? null
                        : CommercialDataLevel.LevelI,
                    DroppedFields = leftOut.GivenFields(),
                },
            };

    public static void Check(
        ICommercialCardRequest request,
        string gateway,
        GatewayCapabilities capabilities,
        ProblemList problems
    )
    {
        if (request.CommercialCardData is not { } data || data.RequestedLevel == RequestedDataLevel.None)
        {
            return;
        }

        if (!TakesAny(capabilities))
        {
            CheckUntaken(data, gateway, capabilities, problems);
            return;
        }

        // Which fields a level needs is the provider's to say, and the adapter's to check.
        var findings = CommercialCardValidator.Validate(data, request.Amount, Options);
        foreach (var finding in findings.AsSpan())
        {
            if (finding.Severity == CommercialCardSeverity.Error && IsNew(finding, problems))
            {
                problems.Add(
                    finding.Field == nameof(request.Amount) ? finding.Field : $"{Root}.{finding.Field}",
                    finding.Message
                );
            }
        }
    }

    private static CommercialCardValidationOptions Options { get; } = new() { Level = CommercialDataLevel.LevelI };

    private static bool TakesAny(GatewayCapabilities capabilities) =>
        capabilities.HighestDataLevel > CommercialDataLevel.LevelI;

    // That there is no amount at all, the rules of the request have told.
    private static bool IsNew(CommercialCardFinding finding, ProblemList problems) =>
        problems.Count == 0 || finding.Rule != CommercialCardRule.HasValue || finding.Field != "Amount";

    private static void CheckUntaken(
        CommercialCardData data,
        string gateway,
        GatewayCapabilities capabilities,
        ProblemList problems
    )
    {
        if (data.RequestedLevel is RequestedDataLevel.LevelII or RequestedDataLevel.LevelIII)
        {
            problems.Add(
                $"{Root}.{nameof(data.RequestedLevel)}",
                $"the gateway '{gateway}' ({capabilities.Provider}) takes no Level II or III data; ask for BestEffort or None."
            );
        }
        else if (data.WhenNotExpressible != WhenNotExpressible.DropAndReport && data.GivenFields().Count > 0)
        {
            problems.Add(
                Root,
                $"the gateway '{gateway}' ({capabilities.Provider}) takes no Level II or III data; leave it out, or set WhenNotExpressible to DropAndReport."
            );
        }
    }
}
