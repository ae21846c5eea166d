using System.Globalization;
using System.Xml.Linq;
using PaymentAbstractions.Http;

namespace OldPay;

/// <summary>
/// Communicates with an API in the style of twenty years ago: form requests, XML answers, HTTP 200 for everything, and no idempotency key.
/// </summary>
/// <remarks>
/// The key is written into the description (<see cref="DescriptionMark"/>), where a list finds it. A capture or void changes its
/// transaction, so a second read confirms it.
/// </remarks>
internal sealed class OldPayAdapter(OldPayOptions options, GatewayContext context, AdapterProfile profile)
    : HttpPaymentAdapter(context, profile)
{
    private static readonly DescriptionMark Mark = new(digits: 20, maxLength: 60);

    public override void Validate(PaymentRequest request, ProblemList problems)
    {
        if (request.Description?.Length > Mark.MaxTextLength)
        {
            problems.Add("Description", $"has more than {Mark.MaxTextLength} characters.");
        }
    }

    protected override ProviderRequest Write(AdapterAttempt attempt)
    {
        var (request, id) = (attempt.Request!, attempt.Attempt.Original?.TransactionId);
        var amount = attempt.Amount!.Value.Amount.ToString("0.00", CultureInfo.InvariantCulture);
        var mark = Mark.Write(request.Description, attempt.WireKey);
        return attempt.PerformsAs switch
        {
            PaymentOperation.Capture => Call("capture", ("id", id), ("amount", amount)) with
            {
                LeftOutFields = LeftOutFields.Of(request),
            },
            PaymentOperation.Void => Call("void", ("id", id)) with { LeftOutFields = LeftOutFields.Of(request) },
            PaymentOperation.Refund => Call("refund", ("id", id), ("amount", amount), ("description", mark)) with
            {
                LeftOutFields = LeftOutFields.Of(request, "Description"),
            },
            _ => Charge((PaymentMethodRequest)request, amount, mark) with
            {
                LeftOutFields = LeftOutFields.Of(request, "Description"),
            },
        };
    }

    // A settled transaction is refunded instead of voided.
    protected override PaymentOperation PerformsAs(PaymentOperation operation, ProviderTransaction? original) =>
        operation == PaymentOperation.Void && original?.IsSettled == true ? PaymentOperation.Refund : operation;

    protected override bool IsTransactionId(string id) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0;

    protected override ProviderTransaction? Read(TransportAnswer answer, PaymentOperation operation) =>
        Answer(answer) is { } body && body.Text("result") == "OK" && body.Element("transaction") is { } shown
            ? Read(shown)
            : null;

    protected override ProviderRefusal? Refuse(TransportAnswer answer, PaymentOperation operation)
    {
        var (body, text) = (Answer(answer), Answer(answer).Text("text"));
        return body.Text("result") switch
        {
            "DECLINED" => ProviderRefusal.Declined(text) with
            {
                Code = ResponseCode.FromProvider(body.Text("code")),
                ProviderCode = body.Text("code"),
            },
            "REFUSED" => ProviderRefusal.Declined(text) with { NeedsAgreement = true, TransactionId = body.Text("id") },
            "INVALID" => ProviderRefusal.Rejected(PaymentReason.InvalidRequest, text),
            "LOGIN" => ProviderRefusal.Rejected(PaymentReason.InvalidCredentials, text),
            "NOTFOUND" => ProviderRefusal.Rejected(PaymentReason.NotFound, text),
            _ => null,
        };
    }

    protected override ProviderRequest ReadById(string id) => Call("show", ("id", id));

    // Starts one day earlier: the provider's clock may be behind, and its days may be those of another time zone.
    protected override ProviderRequest? ListFor(AdapterAttempt attempt) =>
        Call(
            "search",
            (
                "since",
                attempt.Attempt.StartedAt.UtcDateTime.AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            )
        );

    protected override IReadOnlyList<ProviderTransaction>? ReadList(TransportAnswer answer) =>
        Answer(answer) is { } body && body.Text("result") == "OK" && body.Element("rows") is { } rows
            ? [.. rows.Elements("transaction").Select(Read)]
            : null;

    protected override ProviderTransaction? ShownAs(
        ProviderTransaction original,
        AdapterAttempt attempt,
        bool isClaimed
    ) =>
        (attempt.PerformsAs, original) switch
        {
            (PaymentOperation.Capture, { Type: PaymentOperation.Capture }) => original,
            (PaymentOperation.Void, { Type: not PaymentOperation.Refund, Status: ProviderStatus.Reversed }) =>
                original with
                {
                    Type = PaymentOperation.Void,
                    Status = ProviderStatus.Approved,
                },
            _ => null,
        };

    internal static AdapterProfile Profile(OldPayOptions options) =>
        new()
        {
            Capabilities = new GatewayCapabilities
            {
                Provider = "OldPay",
                Operations =
                [
                    PaymentOperation.Sale,
                    PaymentOperation.Authorize,
                    PaymentOperation.Capture,
                    PaymentOperation.Void,
                    PaymentOperation.Refund,
                ],
                PaymentMethods = [PaymentMethodKind.PaymentCard],
                Currencies = [Currency.Usd],
                PartialCapture = true,
                PartialRefund = true,
            },
            Account = AccountFingerprint.Of("OldPay", options.BaseUrl!.Host, options.Merchant!),
            BaseAddress = options.BaseUrl,
            Secrets = [options.Password!],
            Mark = Mark,
            Echoes = ProviderEchoes.Parent,
            InPlace = [PaymentOperation.Capture, PaymentOperation.Void],
            ListsForCertain = [PaymentOperation.Sale],
        };

    private static ProviderTransaction Read(XElement shown)
    {
        var (type, state) = (shown.Text("type"), shown.Text("state"));
        return new ProviderTransaction
        {
            Id = shown.Text("id"),
            Type = (type, state) switch
            {
                ("S", _) => PaymentOperation.Sale,
                ("A", "CAPTURED" or "SETTLED") => PaymentOperation.Capture,
                ("A", _) => PaymentOperation.Authorize,
                ("R", _) => PaymentOperation.Refund,
                _ => PaymentOperation.Unknown,
            },
            Status = state switch
            {
                "OPEN" or "CAPTURED" or "SETTLED" => ProviderStatus.Approved,
                "VOIDED" => ProviderStatus.Reversed,
                "DECLINED" => ProviderStatus.Declined,
                _ => ProviderStatus.Unrecognized,
            },
            Requested = decimal.TryParse(
                shown.Text("amount"),
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var amount
            )
                ? ProviderMoney.Read(amount, Currency.Usd)
                : null,
            IsOpen = (type, state) is ("A", "OPEN"),
            IsSettled = state == "SETTLED",
            ParentId = shown.Text("parent"),
            Description = shown.Text("description"),
            CreatedAt = ProviderTime.Read(shown.Text("made")),
        };
    }

    private ProviderRequest Call(string action, params (string Name, string? Value)[] fields) =>
        ProviderRequest.Form(
            "gateway.cgi",
            [("action", action), ("merchant", options.Merchant), ("password", options.Password!.Reveal()), .. fields]
        );

    private static XElement? Answer(TransportAnswer answer) =>
        answer.StatusCode == 200
        && answer.ContentType?.StartsWith("text/xml", StringComparison.OrdinalIgnoreCase) == true
            ? XmlBody.Read(answer, "response")
            : null;

    private ProviderRequest Charge(PaymentMethodRequest request, string amount, string mark)
    {
        var card = (PaymentCard)request.PaymentMethod;
        var expiry = string.Create(CultureInfo.InvariantCulture, $"{card.ExpiryMonth:00}{card.ExpiryYear % 100:00}");
        return Call(
            request.Operation.ToString().ToLowerInvariant(),
            ("amount", amount),
            ("card", card.Number.Reveal()),
            ("expiry", expiry),
            ("cvv", card.SecurityCode?.Reveal()),
            ("description", mark)
        );
    }
}
