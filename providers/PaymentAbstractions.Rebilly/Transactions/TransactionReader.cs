using PaymentAbstractions.Adapters;
using PaymentAbstractions.Rebilly.Wire;

namespace PaymentAbstractions.Rebilly;

/// <summary>Reads the transactions that Rebilly shows. Every member may be absent.</summary>
/// <remarks>
/// Source: core API reference, transaction. requestAmount and requestCurrency are the requested amount, amount and currency the processed
/// amount; both pairs are optional and may be incomplete. Rebilly shows no authorization code, and it shows a card's digits and expiry only
/// on the stored instrument.
/// </remarks>
internal static class TransactionReader
{
    /// <summary>How long an authorization is valid. Source: Rebilly transactions topic, type authorize.</summary>
    public static readonly TimeSpan AuthorizationLife = TimeSpan.FromDays(7);

    private const string ApprovalLink = "approvalUrl";

    public static ProviderTransaction Read(JsonFields body)
    {
        var (status, result) = (body.DecidingText("status"), body.DecidingText("result"));
        var (word, id) = (body.DecidingText("type"), body.DecidingText("id"));
        var type = Vocabulary.OperationOf(word);
        var (requested, processed, problem) = Amounts(body);
        var gateway = body.Inside("gateway", decides: true);
        var response = gateway.Inside("response", decides: true);
        var code = response.DecidingText("code");
        var account = body.Text("gatewayAccountId");
        var created = body.Time("createdTime");
        var settled = body.Text("settlementTime");
        var meaning = StatusTable.IsMisconfiguration(status, result, account, response.Text("message"))
            ? ProviderStatus.Misconfigured
            : StatusTable.Lookup(status, result);
        return new ProviderTransaction
        {
            Id = id,
            Type = type,
            Status = meaning,
            Requested = requested,
            Processed = processed,
            // Only the processed amount can be given back, and it may differ from the requested amount.
            Returnable = processed,
            AmountProblem = problem,
            IsAdjusted = body.DecidingFlag("hasAmountAdjustment") == true,
            IsOpen = type == PaymentOperation.Authorize && status == Vocabulary.WaitingCapture,
            // Any value counts: only an absent value means that the transaction is not settled.
            IsSettled = body.Has("settlementTime"),
            IsReturned = status is Vocabulary.PartiallyRefunded or Vocabulary.Refunded or Vocabulary.WaitingRefund,
            IsRecordOnly = body.DecidingFlag("isProcessedOutside") == true,
            WireKey = body.DecidingText("requestId"),
            CustomerId = body.DecidingText("customerId"),
            ParentId = body.DecidingText("parentTransactionId"),
            ChildIds = body.DecidingTexts("childTransactions"),
            Description = body.Text("description"),
            ProcessingAccountId = account,
            Provider = Details(body, response, code),
            ResponseCode = code,
            AvsCode = gateway.Inside("avsResponse").Text("code"),
            CvvCode = gateway.Inside("cvvResponse").Text("code"),
            ThreeDSecure = ThreeDSecure(body.Inside("3ds")),
            PaymentMethod = Method(body),
            BillingDescriptor = body.Text("billingDescriptor"),
            NextAction = meaning == ProviderStatus.WaitingForCustomer ? Approval(body) : null,
            CreatedAt = created,
            SettledAt = ProviderTime.Read(settled),
            ExpiresAt =
                created is { } made && type == PaymentOperation.Authorize
                    ? Instants.After(made, AuthorizationLife)
                    : null,
            Dispute = Dispute(body, status),
            Revision = body.Whole("revision"),
            View = mask => new RebillyTransactionReader(mask).Read(body),
            // Last, when every value has been read.
            Contradiction = body.Problem ?? (string.IsNullOrEmpty(word) ? "The transaction has no type." : null),
            UnreadableFields = body.Unreadable,
        };
    }

    // An incomplete requested amount is completed from the other pair, as long as both are in the same currency.
    private static (Money? Requested, Money? Processed, string? Problem) Amounts(JsonFields body)
    {
        var (amount, currency) = Pair(body, "amount", "currency");
        var (requestAmount, requestCurrency) = Pair(body, "requestAmount", "requestCurrency");
        var isOneCurrency = requestCurrency is null || currency is null || requestCurrency == currency;
        var requested = ProviderMoney.Read(
            requestAmount ?? (isOneCurrency ? amount : null),
            requestCurrency ?? currency
        );
        var processed = ProviderMoney.Read(amount, currency);
        var isHidden =
            (processed is null && amount is not null && currency is not null)
            || (currency is not null && !(Currency.TryParse(currency, out var known) && known.Exponent >= 0))
            // Without a currency, a different amount may be a partial amount or a conversion.
            || (amount is { } figure && currency is null && ProviderMoney.Read(figure, requestCurrency) != requested);
        return (
            requested,
            processed,
            isHidden ? "The processed amount is not an amount in a currency that can be charged." : null
        );
    }

    private static (decimal? Amount, string? Currency) Pair(JsonFields body, string amount, string currency) =>
        (
            body.DecidingFigure(amount),
            body.DecidingText(currency) is { Length: > 0 } code ? code.ToUpperInvariant() : null
        );

    private static ProviderDetails Details(JsonFields body, JsonFields response, string? code) =>
        new()
        {
            Code = code,
            Message = response.Text("message"),
            NetworkCode = response.Text("originalCode"),
            NetworkMessage = response.Text("originalMessage"),
            GatewayTransactionId = body.Text("gatewayTransactionId"),
            AcquirerReferenceNumber = body.Text("arn"),
        };

    private static PaymentMethodDetails Method(JsonFields body)
    {
        var instrument = body.Inside("paymentInstrument");
        var (method, bin) = (instrument.Text("method"), body.Text("bin"));
        return new PaymentMethodDetails
        {
            Kind = method == Vocabulary.PaymentCard ? PaymentMethodKind.PaymentCard : PaymentMethodKind.None,
            Method = method,
            Id = instrument.Text("paymentInstrumentId") is { Length: > 0 } id ? id : null,
            Brand = CardBrand.FromBin(bin),
            Bin = bin,
        };
    }

    // Rebilly shows neither the ECI nor the cryptogram.
    private static ThreeDSecureResult? ThreeDSecure(JsonFields shown)
    {
        var (version, liability) = (shown.Text("version"), shown.Text("liability"));
        var (enrolled, authenticated) = (shown.Text("enrolled"), shown.Text("authenticated"));
        return (version ?? enrolled ?? authenticated ?? liability) is null
            ? null
            : new ThreeDSecureResult
            {
                Version = version,
                Status = (authenticated, enrolled) switch
                {
                    ("yes", _) => ThreeDSecureStatus.Authenticated,
                    ("attempted", _) => ThreeDSecureStatus.Attempted,
                    ("no", _) => ThreeDSecureStatus.NotAuthenticated,
                    (_, "no") => ThreeDSecureStatus.NotEnrolled,
                    (_, "unavailable" or "invalid card/timeout") => ThreeDSecureStatus.Unavailable,
                    _ => ThreeDSecureStatus.Unknown,
                },
                LiabilityShifted = liability switch
                {
                    "protected" or "protected (attempt)" => true,
                    "not protected" => false,
                    _ => null,
                },
            };
    }

    // Source: create-transaction page: open it in an iframe or a pop-up; on mobile devices, in a pop-up.
    private static RedirectAction? Approval(JsonFields body) =>
        body.Objects("_links")
            .Where(link => link.Text("rel") == ApprovalLink)
            .Select(link => Uri.TryCreate(link.Text("href"), UriKind.Absolute, out var url) ? url : null)
            .FirstOrDefault(url => url?.Scheme == Uri.UriSchemeHttps || url?.Scheme == Uri.UriSchemeHttp)
            is { } address
            ? new RedirectAction
            {
                Url = address,
                Presentations = [RedirectPresentation.Popup, RedirectPresentation.Iframe],
            }
            : null;

    // Each of the three members alone is evidence of a dispute; the others may be absent or unreadable.
    private static DisputeStatus Dispute(JsonFields body, string? status)
    {
        var isSaid = body.Flag("isDisputed") == true || status == Vocabulary.Disputed || body.Has("disputeTime");
        return body.Text("disputeStatus") switch
        {
            null or "" => isSaid || body.Unreadable.Contains("disputeStatus") || body.Unreadable.Contains("isDisputed")
                ? DisputeStatus.Unknown
                : DisputeStatus.None,
            "response-needed" => DisputeStatus.ResponseNeeded,
            "under-review" => DisputeStatus.UnderReview,
            "forfeited" => DisputeStatus.Forfeited,
            "won" => DisputeStatus.Won,
            "lost" => DisputeStatus.Lost,
            _ => DisputeStatus.Unknown,
        };
    }
}
