using PaymentAbstractions.Http;

namespace Fabrikam.Payments;

/// <summary>Communicates with the API of Contoso. HOLE: name the section of the provider's documentation at each member.</summary>
internal sealed class ContosoAdapter(ContosoOptions options, GatewayContext context)
    : HttpPaymentAdapter(context, Profile(options))
{
    /// <summary>HOLE: validate the limits of the provider's fields.</summary>
    public override void Validate(PaymentRequest request, ProblemList problems) =>
        problems.CheckLength(nameof(request.Description), request.Description, 100);

    /// <summary>HOLE: write the request of each operation. Report fields that are not sent by name.</summary>
    protected override ProviderRequest Write(AdapterAttempt attempt)
    {
        var request = attempt.Request!;
        var path = request is RefundRequest ? "refunds" : "payments";
        var body = ProviderRequest.Json(
            HttpMethod.Post,
            path,
            json =>
            {
                json.WriteNumber("amount", attempt.Amount!.Value.ToMinorUnits());
                json.WriteString("currency", attempt.Amount.Value.Currency.Code);
                json.Optional("description", request.Description);
                json.Optional("payment", attempt.Original?.Transaction.Id);
                if (request is SaleRequest { PaymentMethod: TokenPaymentMethod method } sale)
                {
                    json.WriteString("token", method.Token.Reveal());
                    json.Optional("order", sale.OrderReference.Value);
                }
            }
        );
        return body with { LeftOutFields = LeftOutFields.Of(request, "Description", "OrderReference") };
    }

    /// <summary>HOLE: read the answers that show a transaction.</summary>
    protected override ProviderTransaction? Read(TransportAnswer answer, PaymentOperation operation) =>
        answer.StatusCode is 200 or 201 && JsonFields.Read(answer) is { } body ? Read(body) : null;

    /// <summary>HOLE: recognize the refusals that the provider documents. Return null for everything else.</summary>
    protected override ProviderRefusal? Refuse(TransportAnswer answer, PaymentOperation operation)
    {
        if (JsonFields.Read(answer)?.Inside("error") is not { } error)
        {
            return null;
        }

        var text = error.Text("message");
        return (answer.StatusCode, error.Text("code")) switch
        {
            (401, "wrong_key") => ProviderRefusal.Rejected(PaymentReason.InvalidCredentials, text),
            (402, "declined") => ProviderRefusal.Declined(text) with
            {
                Code = ResponseCode.FromProvider(error.Text("issuer_code")),
                ProviderCode = error.Text("issuer_code"),
            },
            (404, "not_found") => ProviderRefusal.Rejected(PaymentReason.NotFound, text),
            (409, "key_used") => ProviderRefusal.KeyUsed(text),
            (422, "invalid") => ProviderRefusal.Rejected(PaymentReason.InvalidRequest, text),
            _ => null,
        };
    }

    /// <summary>HOLE: read one transaction.</summary>
    protected override ProviderRequest ReadById(string id) =>
        ProviderRequest.Get($"transactions/{Uri.EscapeDataString(id)}");

    /// <summary>
    /// HOLE: request the list in which an attempt can be found by its key. If there is none, remove this member and the next.
    /// </summary>
    protected override ProviderRequest? ListFor(AdapterAttempt attempt) =>
        ProviderRequest.Get($"transactions?key={attempt.WireKey}");

    /// <summary>HOLE: read the list; return null whenever it may be incomplete.</summary>
    protected override IReadOnlyList<ProviderTransaction>? ReadList(TransportAnswer answer) =>
        answer.StatusCode == 200 && JsonFields.ReadArray(answer) is { } rows ? [.. rows.Select(Read)] : null;

    /// <summary>HOLE: the capabilities that the provider documents.</summary>
    private static AdapterProfile Profile(ContosoOptions options) =>
        new()
        {
            Capabilities = new GatewayCapabilities
            {
                Provider = "Contoso",
                Operations = [PaymentOperation.Sale, PaymentOperation.Refund],
                PaymentMethods = [PaymentMethodKind.Token],
                HonorsIdempotencyKey = [PaymentOperation.Sale, PaymentOperation.Refund],
                IdempotencyWindow = TimeSpan.FromHours(24),
                PartialRefund = true,
            },
            Account = AccountFingerprint.Of("Contoso", options.BaseUrl!.Host, options.Merchant!),
            BaseAddress = options.BaseUrl,
            Headers = [new TransportHeader("X-Api-Key", options.ApiKey!.Reveal())],
            Secrets = [options.ApiKey],
            KeyHeader = "Idempotency-Key",
            Echoes = ProviderEchoes.Key | ProviderEchoes.Parent,
        };

    /// <summary>HOLE: read the facts of a transaction. A status or type that is not documented must stay unrecognized.</summary>
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
                _ => ProviderStatus.Unrecognized,
            },
            Requested = ProviderMoney.FromMinorUnits(body.DecidingWhole("amount"), body.DecidingText("currency")),
            WireKey = body.DecidingText("key"),
            ParentId = body.DecidingText("payment"),
            CreatedAt = body.Time("created"),
        };
        return shown with { Contradiction = body.Problem, UnreadableFields = body.Unreadable };
    }
}
