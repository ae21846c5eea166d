using System.Text.Json;
using PaymentAbstractions.Http;
using static PaymentAbstractions.PaymentOperation;

namespace AcmePayments;

/// <summary>Communicates with the Acme Payments API. Source: acme-api.md; the comment of each member names its section.</summary>
internal sealed class AcmeAdapter(AcmeOptions options, GatewayContext context)
    : HttpPaymentAdapter(context, Profile(options, context))
{
    private const PaymentOperation Void = PaymentOperation.Void;

    private static readonly ValueList<PaymentOperation> Operations = [Sale, Authorize, Capture, Void, Refund];

    private static readonly string[] Sent = ["Description", "Metadata", "OrderReference", "Customer", "ReturnUrl"];

    /// <summary>Sections 2 and 4: validates the limits of the parameters.</summary>
    public override void Validate(PaymentRequest request, ProblemList problems)
    {
        problems.CheckLength("Customer.Id", request.CustomerId, 64);
        problems.CheckLength("OrderReference", (request as ChargeRequest)?.OrderReference.Value, 64);
        problems.CheckLength(nameof(request.Description), request.Description, request is RefundRequest ? 100 : 500);
        problems.CheckMetadata(request.Metadata, most: 20, longestName: 40, longestValue: 500);
        problems.CheckLength("StatementDescriptor", (request as ChargeRequest)?.StatementDescriptor, 22);
        problems.CheckDigits("Amount", request.Amount, 12);
    }

    /// <summary>Sections 2, 3 and 4: writes the requests.</summary>
    protected override ProviderRequest Write(AdapterAttempt attempt)
    {
        var (request, original) = (attempt.Request!, PathOf(attempt.Attempt.Original?.TransactionId ?? ""));
        // A token contains the billing address, and changing an intent accepts no fields of the merchant's own.
        var (path, leftOut) = request switch
        {
            CaptureRequest => ($"{original}/capture", LeftOutFields.Of(request)),
            VoidRequest => ($"{original}/cancel", LeftOutFields.Of(request)),
            RefundRequest => ("refunds", LeftOutFields.Of(request, "Description", "Metadata")),
            _ => ("payment_intents", LeftOutFields.Of(request, Sent)),
        };
        var body = ProviderRequest.Json(HttpMethod.Post, path, json => WriteBody(json, request));
        return body with { LeftOutFields = leftOut };
    }

    /// <summary>Sections 2 and 4: reads a transaction; a success is 200 (section 1).</summary>
    protected override ProviderTransaction? Read(TransportAnswer answer, PaymentOperation operation) =>
        answer.StatusCode == 200 && JsonFields.Read(answer) is { } body ? AcmeReader.Read(body) : null;

    /// <summary>Section 6: recognizes refusals. 5xx is not a refusal, because the request may have been processed.</summary>
    protected override ProviderRefusal? Refuse(TransportAnswer answer, PaymentOperation operation)
    {
        var error = JsonFields.Read(answer)?.Inside("error");
        var (text, code) = (error?.Text("message"), error?.Text("decline_code") ?? error?.Text("code"));
        var refusal = (answer.StatusCode, error?.Text("type"), code) switch
        {
            (400, _, "intent_unexpected_state") => ProviderRefusal.Rejected(PaymentReason.AuthorizationNotOpen, text),
            (400, _, "amount_too_large") => ProviderRefusal.Rejected(PaymentReason.ExceedsAvailableAmount, text),
            (400, "invalid_request_error", _) => ProviderRefusal.Rejected(PaymentReason.InvalidRequest, text),
            (401, "authentication_error", _) => ProviderRefusal.Rejected(PaymentReason.InvalidCredentials, text),
            (402, "card_error", _) => ProviderRefusal.Declined(text) with { Code = CodeOf(error!) },
            (403, "permission_error", _) => ProviderRefusal.Rejected(PaymentReason.NotPermitted, text),
            (404, "not_found_error", _) => ProviderRefusal.Rejected(PaymentReason.NotFound, text),
            (409, "idempotency_error", _) => ProviderRefusal.KeyUsed(text),
            (429, "rate_limit_error", _) => ProviderRefusal.Rejected(PaymentReason.RateLimited, text),
            _ => null,
        };
        return refusal is null
            ? null
            : refusal with
            {
                ProviderCode = code,
                TransactionId = error!.Text("payment_intent"),
                Problems = error.Text("param") is { } field ? [new() { Field = field, Message = text ?? "" }] : [],
                RetryAt = answer.RetryAt(Clock.GetUtcNow()),
            };
    }

    /// <summary>Sections 2 and 4: validates the format of an id.</summary>
    protected override bool IsTransactionId(string id) =>
        base.IsTransactionId(id) && (id is ['p', 'i', '_', ..] or ['r', 'e', '_', ..]);

    /// <summary>Sections 2 and 4: reads a transaction by id; the prefix of the id determines its kind.</summary>
    protected override ProviderRequest ReadById(string id) => ProviderRequest.Get(PathOf(id));

    /// <summary>Section 5: lists by key. A capture or void is visible at its intent instead.</summary>
    protected override ProviderRequest? ListFor(AdapterAttempt attempt) =>
        attempt.PerformsAs is Capture or Void
            ? null
            : List(attempt.PerformsAs is Refund ? "refunds" : "payment_intents", "idempotency_key", attempt.WireKey);

    /// <summary>Section 5: lists the refunds of an intent.</summary>
    protected override ProviderRequest? ListChildrenOf(ProviderTransaction transaction) =>
        transaction.Type is Sale or Capture ? List("refunds", "payment_intent", transaction.Id!) : null;

    /// <summary>Section 5: reads a list.</summary>
    protected override IReadOnlyList<ProviderTransaction>? ReadList(TransportAnswer answer) =>
        answer.StatusCode == 200
        && JsonFields.Read(answer) is { } body
        && body.Has("data")
        && body.DecidingFlag("has_more") is not null
        && body.DecidingObjects("data") is { } rows
            ? [.. rows.Select(AcmeReader.Read)]
            : null;

    /// <summary>Section 5: requests the next page, until a page indicates that it is the last.</summary>
    protected override ProviderRequest? NextPage(
        ProviderRequest list,
        TransportAnswer answer,
        IReadOnlyList<ProviderTransaction> rows
    ) =>
        JsonFields.Read(answer)?.DecidingFlag("has_more") == false
            ? null
            : ProviderRequest.Get($"{list.Path}&starting_after={(rows.Count > 0 ? rows[^1].Id : "")}");

    /// <summary>Section 3. An intent does not show who captured it, so without Acme's answer it proves no capture of ours.</summary>
    protected override ProviderTransaction? ShownAs(
        ProviderTransaction original,
        AdapterAttempt attempt,
        bool isClaimed
    ) =>
        (attempt.PerformsAs, original.Type, original.Status) switch
        {
            (Capture, Capture, _) when isClaimed => original,
            (Void, Authorize, ProviderStatus.Reversed) => original with
            {
                Type = Void,
                Status = ProviderStatus.Approved,
            },
            _ => null,
        };

    private static AdapterProfile Profile(AcmeOptions options, GatewayContext context)
    {
        var test = context.Environment == GatewayEnvironment.Live ? "" : "test.";
        var url = options.BaseUrl ?? new Uri($"https://api.{test}acmepayments.example/v1/");
        return new AdapterProfile
        {
            Capabilities = new GatewayCapabilities
            {
                Provider = "Acme",
                Operations = Operations,
                PaymentMethods = [PaymentMethodKind.Token],
                HonorsIdempotencyKey = Operations,
                IdempotencyWindow = TimeSpan.FromHours(24),
                PartialCapture = true,
                PartialRefund = true,
                // A payment that succeeded cannot be canceled (section 3).
                Voidable = [Authorize],
                StatementDescriptor = true,
            },
            Account = AccountFingerprint.Of("Acme", url.Host, options.AccountId!),
            BaseAddress = url,
            Headers = [new("Authorization", $"Bearer {options.ApiKey!.Reveal()}"), new("Acme-Version", "2026-02-01")],
            Secrets = [options.ApiKey],
            KeyHeader = "Idempotency-Key",
            Echoes = ProviderEchoes.Key | ProviderEchoes.Parent,
            InPlace = [Capture, Void],
            ShowsMovements = true,
            ClockTolerance = TimeSpan.FromMinutes(5),
        };
    }

    private static void WriteBody(Utf8JsonWriter json, PaymentRequest request)
    {
        switch (request)
        {
            case ChargeRequest { PaymentMethod: TokenPaymentMethod method } charge:
                json.WriteNumber("amount", charge.Amount.ToMinorUnits());
                json.WriteString("currency", charge.Amount.Currency.Code.ToLowerInvariant());
                json.WriteString("payment_method", method.Token.Reveal());
                json.WriteString("capture_method", charge is AuthorizeRequest ? "manual" : "automatic");
                json.Optional("customer", charge.CustomerId);
                json.Optional("reference", charge.OrderReference.Value);
                json.Optional("description", charge.Description);
                json.Optional("metadata", charge.Metadata);
                json.Optional("statement_descriptor", charge.StatementDescriptor);
                json.Optional("return_url", charge.ReturnUrl?.AbsoluteUri);
                break;
            case CaptureRequest capture:
                json.WriteNumber("amount_to_capture", capture.Amount.ToMinorUnits());
                break;
            case RefundRequest refund:
                json.WriteString("payment_intent", refund.Transaction.TransactionId);
                json.WriteNumber("amount", refund.Amount.ToMinorUnits());
                json.Optional("reason", refund.Description);
                json.Optional("metadata", refund.Metadata);
                break;
        }
    }

    private static ResponseCode CodeOf(JsonFields error) =>
        ResponseCode.FromProvider(AcmeReader.IsoOf(error.Text("decline_code"))).WithSource(ResponseCodeSource.Derived);

    private static ProviderRequest List(string what, string filter, string value) =>
        ProviderRequest.Get($"{what}?limit=100&{filter}={Uri.EscapeDataString(value)}");

    private static string PathOf(string id) =>
        $"{(id.StartsWith("re_", StringComparison.Ordinal) ? "refunds" : "payment_intents")}/{Uri.EscapeDataString(id)}";
}
