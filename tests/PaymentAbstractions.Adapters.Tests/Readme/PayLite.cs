using Microsoft.Extensions.Configuration;
using PaymentAbstractions.Http;

namespace PaymentAbstractions.Adapters.Tests;

public sealed class PayLiteOptions : GatewayOptions
{
    public Uri? BaseUrl { get; set; }

    public string? Merchant { get; set; }

    public ApiKey? ApiKey { get; set; }
}

public sealed class PayLiteProvider : HttpPaymentProvider<PayLiteOptions>
{
    public override string Name => "PayLite";

    protected override void Bind(IConfiguration configuration, PayLiteOptions options)
    {
        configuration.Bind(options);
        if (configuration[nameof(options.ApiKey)] is { } key)
        {
            options.ApiKey = new ApiKey(key);
        }
    }

    protected override void Validate(PayLiteOptions options, GatewayContext context, ProblemList problems)
    {
        problems.CheckSecret(nameof(options.ApiKey), options.ApiKey, "the secret API key");
        if (options.BaseUrl is not { } url || !HttpAdapterOptions.IsApiAddress(url))
        {
            problems.Add(nameof(options.BaseUrl), "must be an absolute https address without query.");
        }

        if (string.IsNullOrWhiteSpace(options.Merchant))
        {
            problems.Add(nameof(options.Merchant), "is missing; give the merchant's account at PayLite.");
        }
    }

    protected override PaymentAdapter CreateAdapter(PayLiteOptions options, GatewayContext context) =>
        new PayLiteAdapter(options, context);
}

internal sealed class PayLiteAdapter(PayLiteOptions options, GatewayContext context)
    : HttpPaymentAdapter(
        context,
        new AdapterProfile
        {
            Capabilities = new GatewayCapabilities
            {
                Provider = "PayLite",
                Operations = [PaymentOperation.Sale, PaymentOperation.Refund],
                PaymentMethods = [PaymentMethodKind.Token],
                HonorsIdempotencyKey = [PaymentOperation.Sale, PaymentOperation.Refund],
                IdempotencyWindow = TimeSpan.FromHours(24),
                PartialRefund = true,
            },
            Account = AccountFingerprint.Of("PayLite", options.BaseUrl!.Host, options.Merchant!),
            BaseAddress = options.BaseUrl,
            Headers = [new TransportHeader("X-Api-Key", options.ApiKey!.Reveal())],
            Secrets = [options.ApiKey],
            KeyHeader = "Idempotency-Key",
            Echoes = ProviderEchoes.Key,
        }
    )
{
    public override void Validate(PaymentRequest request, ProblemList problems)
    {
        if (request.Description?.Length > 100)
        {
            problems.Add(nameof(request.Description), "is longer than 100 characters, which PayLite does not take.");
        }
    }

    protected override ProviderRequest Write(AdapterAttempt attempt) =>
        ProviderRequest.Json(
            HttpMethod.Post,
            attempt.Request is RefundRequest ? "refunds" : "payments",
            json =>
            {
                json.WriteNumber("amount", attempt.Amount!.Value.Amount);
                json.WriteString("currency", attempt.Amount.Value.Currency.Code);
                json.Optional("description", attempt.Request!.Description);
                json.Optional("payment", attempt.Original?.Transaction.Id);
                if (attempt.Request is SaleRequest { PaymentMethod: TokenPaymentMethod method })
                {
                    json.WriteString("token", method.Token.Reveal());
                }
            }
        );

    protected override ProviderTransaction? Read(TransportAnswer answer, PaymentOperation operation) =>
        answer.StatusCode is 200 or 201 && JsonFields.Read(answer) is { } body ? Read(body) : null;

    protected override ProviderRefusal? Refuse(TransportAnswer answer, PaymentOperation operation) =>
        (answer.StatusCode, ProblemDocument.Read(answer)) switch
        {
            (401, { } problem) => ProviderRefusal.Rejected(PaymentReason.InvalidCredentials, problem.Text),
            (402, { } problem) => ProviderRefusal.Declined(problem.Text),
            (404, { } problem) => ProviderRefusal.Rejected(PaymentReason.NotFound, problem.Text),
            (409, { } problem) => ProviderRefusal.KeyUsed(problem.Text),
            (422, { } problem) => ProviderRefusal.Rejected(PaymentReason.InvalidRequest, problem.Text) with
            {
                Problems = problem.Problems,
            },
            _ => null,
        };

    protected override ProviderRequest ReadById(string id) =>
        ProviderRequest.Get($"payments/{Uri.EscapeDataString(id)}");

    protected override ProviderRequest? ListFor(AdapterAttempt attempt) =>
        ProviderRequest.Get($"payments?key={attempt.WireKey}");

    protected override IReadOnlyList<ProviderTransaction>? ReadList(TransportAnswer answer) =>
        answer.StatusCode == 200 && JsonFields.ReadArray(answer) is { } rows ? [.. rows.Select(Read)] : null;

    private static ProviderTransaction Read(JsonFields body)
    {
        var shown = new ProviderTransaction
        {
            Id = body.DecidingText("id"),
            Type = body.DecidingText("type") switch
            {
                "payment" => PaymentOperation.Sale,
                "refund" => PaymentOperation.Refund,
                _ => PaymentOperation.Unknown,
            },
            Status = body.DecidingText("status") switch
            {
                "succeeded" => ProviderStatus.Approved,
                "failed" => ProviderStatus.Declined,
                "processing" => ProviderStatus.WaitingForProvider,
                _ => ProviderStatus.Unrecognized,
            },
            Requested = ProviderMoney.Read(body.DecidingFigure("amount"), body.DecidingText("currency")),
            WireKey = body.DecidingText("key"),
            ParentId = body.DecidingText("payment"),
            CreatedAt = body.Time("created"),
        };
        return shown with { Contradiction = body.Problem, UnreadableFields = body.Unreadable };
    }
}
