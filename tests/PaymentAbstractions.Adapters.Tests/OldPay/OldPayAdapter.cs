using System.Globalization;
using System.Xml.Linq;
using PaymentAbstractions.Http;

namespace PaymentAbstractions.Adapters.Tests;

internal sealed class OldPayAdapter(OldPayOptions options, GatewayContext context)
    : HttpPaymentAdapter(context, context.Change(Profile(options)))
{
    private static readonly DescriptionMark Mark = new(digits: 20, mostCharacters: 60);

    public override void Validate(PaymentRequest request, ProblemList problems)
    {
        if (request.Description?.Length > Mark.MostCharacters)
        {
            problems.Add("Description", $"has more than {Mark.MostCharacters} characters.");
        }
    }

    protected override ProviderRequest Write(AdapterAttempt attempt) =>
        attempt.Request switch
        {
            PaymentMethodRequest { PaymentMethod: PaymentCard card } payment => Call(
                payment.Operation.ToString().ToLowerInvariant(),
                ("amount", Text(payment.Amount)),
                ("card", card.Number.Reveal()),
                (
                    "expiry",
                    string.Create(CultureInfo.InvariantCulture, $"{card.ExpiryMonth:00}{card.ExpiryYear % 100:00}")
                ),
                ("cvv", card.SecurityCode?.Reveal()),
                ("description", Mark.Write(payment.Description, attempt.WireKey))
            ),
            RefundRequest refund => Call(
                "refund",
                ("id", refund.Transaction.TransactionId),
                ("amount", Text(refund.Amount)),
                ("description", Mark.Write(refund.Description, attempt.WireKey))
            ),
            CaptureRequest capture => Call(
                "capture",
                ("id", capture.Authorization.TransactionId),
                ("amount", Text(capture.Amount))
            ),
            VoidRequest voiding => Call("void", ("id", voiding.Transaction.TransactionId)),
            _ => throw new ArgumentOutOfRangeException(nameof(attempt)),
        };

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

    protected override ProviderRequest? ListFor(AdapterAttempt attempt) =>
        Call("search", ("since", attempt.Attempt.StartedAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));

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
            (PaymentOperation.Void, { Status: ProviderStatus.Reversed }) => original with
            {
                Type = PaymentOperation.Void,
                Status = ProviderStatus.Approved,
            },
            _ => null,
        };

    private static AdapterProfile Profile(OldPayOptions options) =>
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
                ("A", "CAPTURED") => PaymentOperation.Capture,
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
        answer.StatusCode == 200 ? XmlBody.Read(answer, "response") : null;

    private static string Text(Money amount) => amount.Amount.ToString("0.00", CultureInfo.InvariantCulture);
}
