using System.Text.Json;
using PaymentAbstractions.Http;

namespace PaymentAbstractions.Adapters.Tests;

internal class AcmeAdapter(AcmeOptions options, GatewayContext context)
    : HttpPaymentAdapter(context, context.Change(Profile(options)))
{
    private static readonly ValueList<PaymentOperation> Operations =
    [
        PaymentOperation.Sale,
        PaymentOperation.Authorize,
        PaymentOperation.Capture,
        PaymentOperation.Void,
        PaymentOperation.Refund,
        PaymentOperation.Setup,
    ];

    public override void Validate(PaymentRequest request, ProblemList problems)
    {
        if (request.CustomerId is { Length: > 50 })
        {
            problems.Add("Customer.Id", "has more than 50 characters.");
        }
    }

    public override object? GetService(Type serviceType) =>
        serviceType == typeof(AcmeVault)
            ? new AcmeVault(
                StoreAsync,
                (answer, method, readId, isSuccess) => Stored(answer, method, readId, isSuccess)
            )
            : null;

    protected override ProviderRequest Write(AdapterAttempt attempt) =>
        attempt.Request switch
        {
            PaymentMethodRequest payment => ProviderRequest.Json(
                HttpMethod.Post,
                "payments",
                json =>
                {
                    WriteAmount(json, payment.Amount);
                    json.WriteString("type", WordOf(payment.Operation));
                    json.Optional("customer", payment.CustomerId);
                    WriteMethod(json, payment.PaymentMethod);
                }
            ) with
            {
                LeftOutFields = payment.BillingAddress is null ? [] : [nameof(payment.BillingAddress)],
                CommercialData = payment is ChargeRequest { CommercialCardData: not null }
                    ? new CommercialDataResult { SentLevel = CommercialDataLevel.LevelII }
                    : CommercialDataResult.None,
            },
            { Original.TransactionId: var id } request => ProviderRequest.Json(
                HttpMethod.Post,
                $"payments/{Uri.EscapeDataString(id)}/{WordOf(request.Operation)}",
                json => WriteAmount(json, attempt.Amount!.Value)
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(attempt)),
        };

    protected override ProviderTransaction? Read(TransportAnswer answer, PaymentOperation operation) =>
        answer.StatusCode is 200 or 201 && JsonFields.Read(answer) is { } body ? AcmeReader.Read(body) : null;

    protected override ProviderRefusal? Refuse(TransportAnswer answer, PaymentOperation operation)
    {
        if (JsonFields.Read(answer) is not { } body || !body.Has("error"))
        {
            return null;
        }

        var error = body.Inside("error");
        var text = error.Text("message");
        return (answer.StatusCode, error.Text("type")) switch
        {
            (200 or 402, "declined" or "refused") => ProviderRefusal.Declined(text) with
            {
                Code = ResponseCode.FromProvider(error.Text("code")),
                ProviderCode = error.Text("code"),
                TransactionId = error.Text("payment"),
                NeedsAgreement = error.Text("type") == "refused",
            },
            (400 or 422, _) => ProviderRefusal.Rejected(PaymentReason.InvalidRequest, text) with
            {
                Problems =
                [
                    .. error
                        .Objects("fields")
                        .Select(field => new RequestProblem
                        {
                            Field = field.Text("field") ?? "",
                            Message = field.Text("message") ?? "",
                        }),
                ],
            },
            (401, _) => ProviderRefusal.Rejected(PaymentReason.InvalidCredentials, text),
            (404, _) => ProviderRefusal.Rejected(PaymentReason.NotFound, text),
            (409, _) => ProviderRefusal.KeyUsed(text),
            (503, "busy") => ProviderRefusal.Doubtful(PaymentReason.ProviderTimeout, text),
            _ => null,
        };
    }

    protected override ProviderRequest ReadById(string id) =>
        ProviderRequest.Get($"payments/{Uri.EscapeDataString(id)}");

    protected override ProviderRequest? ListFor(AdapterAttempt attempt) =>
        ProviderRequest.Get($"payments?key={attempt.WireKey}");

    protected override IReadOnlyList<ProviderTransaction>? ReadList(TransportAnswer answer) =>
        answer.StatusCode == 200
        && JsonFields.Read(answer) is { } body
        && body.DecidingFlag("has_more") == false
        && body.DecidingObjects("data") is { } rows
            ? [.. rows.Select(AcmeReader.Read)]
            : null;

    protected override ProviderTransaction? ShownAs(
        ProviderTransaction original,
        AdapterAttempt attempt,
        bool isClaimed
    ) =>
        attempt.PerformsAs == PaymentOperation.Void && original.Status == ProviderStatus.Reversed
            ? original with
            {
                Type = PaymentOperation.Void,
                Status = ProviderStatus.Approved,
            }
            : null;

    private static AdapterProfile Profile(AcmeOptions options) =>
        new()
        {
            Capabilities = new GatewayCapabilities
            {
                Provider = "Acme",
                Operations = Operations,
                PaymentMethods = [PaymentMethodKind.Stored, PaymentMethodKind.Token, PaymentMethodKind.PaymentCard],
                HonorsIdempotencyKey = Operations,
                IdempotencyWindow = TimeSpan.FromHours(24),
                PartialRefund = true,
                PartialApproval = true,
                Voidable =
                [
                    PaymentOperation.Sale,
                    PaymentOperation.Authorize,
                    PaymentOperation.Capture,
                    PaymentOperation.Refund,
                ],
                ZeroAmountVerification = true,
                HighestDataLevel = CommercialDataLevel.LevelII,
            },
            Account = AccountFingerprint.Of("Acme", options.BaseUrl!.Host, options.Merchant!),
            BaseAddress = options.BaseUrl,
            Headers = [new TransportHeader("Authorization", $"Bearer {options.ApiKey!.Reveal()}")],
            Secrets = [options.ApiKey],
            KeyHeader = "Idempotency-Key",
            Echoes = ProviderEchoes.Key | ProviderEchoes.Parent,
            ShowsMovements = true,
        };

    private static void WriteAmount(Utf8JsonWriter json, Money amount)
    {
        json.WriteNumber("amount", amount.ToMinorUnits());
        json.WriteString("currency", amount.Currency.Code);
    }

    private static void WriteMethod(Utf8JsonWriter json, PaymentMethod method)
    {
        switch (method)
        {
            case StoredPaymentMethod stored:
                json.WriteString("instrument", stored.Id);
                break;
            case TokenPaymentMethod token:
                json.WriteString("token", token.Token.Reveal());
                break;
            case PaymentCard card:
                json.WriteString("number", card.Number.Reveal());
                json.WriteString("cvc", card.SecurityCode?.Reveal());
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(method));
        }
    }

    private static string WordOf(PaymentOperation operation) => operation.ToString().ToLowerInvariant();
}
