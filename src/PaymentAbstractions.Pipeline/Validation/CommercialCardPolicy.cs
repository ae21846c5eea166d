using Microsoft.Extensions.Logging;

namespace PaymentAbstractions;

/// <summary>The part of the policy on commercial card data that is the same at every provider.</summary>
internal sealed class CommercialCardPolicy(
    string gateway,
    GatewayCapabilities capabilities,
    MerchantFacts merchant,
    TimeProvider time,
    Func<string, string?> optionFor,
    ILogger logger
)
{
    private const string Root = nameof(ICommercialCardRequest.CommercialCardData);

    private DateOnly? _today;

    // One decision has one date.
    private DateOnly Today => _today ??= DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    private string? DataLevelOption => optionFor(nameof(GatewayCapabilities.HighestDataLevel));

    private bool TakesAny => capabilities.HighestDataLevel > CommercialDataLevel.LevelI;

    /// <summary>Decides which part of a request's data the adapter receives.</summary>
    /// <returns>The request for the adapter, and the data left out of it; <see langword="null"/> when nothing is left out.</returns>
    public (PaymentRequest Request, LeftOutData? LeftOut) Apply(PaymentRequest request, ProblemList problems)
    {
        if (request is not ICommercialCardRequest { CommercialCardData: { } data } commercial)
        {
            return (request, null);
        }

        if (data.RequestedLevel == RequestedDataLevel.None || !TakesAny)
        {
            CheckUntaken(data, problems);
            return (With(request, null), LeftOutData.Of(data, sent: null));
        }

        var findings = FindingsOf(data, commercial.Amount, request);
        var errors = ErrorsIn(findings);
        if (errors.Count == 0)
        {
            Tell(findings, request);
            return (request, null);
        }

        if (
            data
                is {
                    RequestedLevel: RequestedDataLevel.BestEffort,
                    WhenNotExpressible: WhenNotExpressible.DropAndReport
                }
            && commercial.Amount.IsSpecified
        )
        {
            var less = LevelTwoOf(data).FirstOrDefault(part => IsLevelTwo(part, commercial.Amount, request));
            if (less is not null)
            {
                Tell(FindingsOf(less, commercial.Amount, request), request);
            }

            return (With(request, less), LeftOutData.Of(data, less, errors));
        }

        foreach (var error in errors.Where(error => IsNew(error, problems)))
        {
            problems.Add(error.Field == nameof(request.Amount) ? error.Field : $"{Root}.{error.Field}", error.Message);
        }

        return (request, null);
    }

    private static PaymentRequest With(PaymentRequest request, CommercialCardData? data) =>
        request switch
        {
            SaleRequest sale => sale with { CommercialCardData = data },
            AuthorizeRequest authorization => authorization with { CommercialCardData = data },
            CaptureRequest capture => capture with { CommercialCardData = data },
            RefundRequest refund => refund with { CommercialCardData = data },
            CreditRequest credit => credit with { CommercialCardData = data },
            _ => request,
        };

    // First the data that qualifies for Level II with some scheme, then the minimum that every scheme needs for it.
    private static IEnumerable<CommercialCardData> LevelTwoOf(CommercialCardData data)
    {
        var least = new CommercialCardData
        {
            RequestedLevel = data.RequestedLevel,
            WhenNotExpressible = data.WhenNotExpressible,
            CustomerReference = data.CustomerReference,
            Tax = data.Tax is { } tax ? tax with { Calculation = TaxCalculation.NotProvided } : null,
        };
        yield return least with
        {
            InvoiceNumber = data.InvoiceNumber,
            Freight = data.Freight,
            ShipTo = data.ShipTo is { } address
                ? new Address { Region = address.Region, PostalCode = address.PostalCode }
                : null,
            MerchantTaxId = data.MerchantTaxId,
            AdviceTexts = data.AdviceTexts,
        };
        yield return least;
    }

    private static CardBrand BrandOf(PaymentRequest request) =>
        (request as PaymentMethodRequest)?.PaymentMethod switch
        {
            PaymentCard { Number: { } number } => number.Brand,
            StoredPaymentMethod stored => stored.Brand,
            TokenPaymentMethod token => token.Brand,
            _ => default,
        };

    // The rules of the request have already reported a missing amount.
    private static bool IsNew(CommercialCardFinding finding, ProblemList problems) =>
        problems.Count == 0 || finding.Rule != CommercialCardRule.HasValue || finding.Field != "Amount";

    // Less data than requested is sent only if that is not known to cost a fee without a lower rate.
    private bool IsLevelTwo(CommercialCardData part, Money amount, PaymentRequest request)
    {
        var reached = CommercialCardClassifier.Classify(part, amount, OptionsOf(request));
        var isKnown = BrandOf(request).IsSpecified;
        return reached.Level == CommercialDataLevel.LevelII
            && !(isKnown && reached.Programs.Any(fit => fit.CostsFee) && !reached.Programs.Any(fit => fit.CanHelp))
            && ErrorsIn(FindingsOf(part, amount, request)).Count == 0;
    }

    private static List<CommercialCardFinding> ErrorsIn(ValueList<CommercialCardFinding> findings) =>
        [.. findings.Where(finding => finding.Severity == CommercialCardSeverity.Error)];

    // The provider defines the fields that a level needs, and the adapter checks them.
    private ValueList<CommercialCardFinding> FindingsOf(
        CommercialCardData data,
        Money amount,
        PaymentRequest request
    ) => CommercialCardValidator.Validate(data, amount, OptionsOf(request));

    private CommercialCardValidationOptions OptionsOf(PaymentRequest request) =>
        new()
        {
            Level = CommercialDataLevel.LevelI,
            Brand = BrandOf(request),
            Date = Today,
            MerchantName = merchant.Name,
            MerchantTaxId = merchant.TaxId,
            MerchantCountry = merchant.Country,
            MerchantCategoryCode = merchant.CategoryCode,
            OptedIn = [.. merchant.OptedIn ?? []],
        };

    // Reports data that is sent although it costs a fee or brings less than it could.
    private void Tell(ValueList<CommercialCardFinding> findings, PaymentRequest request)
    {
        if (findings.Count > 0 && logger.IsEnabled(LogLevel.Information))
        {
            var text = string.Join(" ", findings.Select(finding => $"{finding.Field} {finding.Message}"));
            Log.CommercialDataAdvice(logger, gateway, request.Operation, request.IdempotencyKey, text);
        }
    }

    private void CheckUntaken(CommercialCardData data, ProblemList problems)
    {
        if (data.RequestedLevel is RequestedDataLevel.LevelII or RequestedDataLevel.LevelIII)
        {
            problems.Add(
                $"{Root}.{nameof(data.RequestedLevel)}",
                $"the gateway '{gateway}' ({capabilities.Provider}) does not accept Level II or III data; request BestEffort or None.{OptionHint.Of(DataLevelOption)}"
            );
        }
        else if (
            data.RequestedLevel != RequestedDataLevel.None
            && data.WhenNotExpressible != WhenNotExpressible.DropAndReport
            && data.GivenFields().Count > 0
        )
        {
            problems.Add(
                Root,
                $"the gateway '{gateway}' ({capabilities.Provider}) does not accept Level II or III data; leave it out, or set WhenNotExpressible to DropAndReport.{OptionHint.Of(DataLevelOption)}"
            );
        }
    }
}
