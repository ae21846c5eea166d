using System.Text.Json.Nodes;
using static PaymentAbstractions.Sandbox.SandboxObjects;

namespace AcmePayments.Tests;

/// <summary>The Acme Payments API on 127.0.0.1, written from acme-api.md. It shares no code with the adapter.</summary>
public sealed class AcmeSandbox(SandboxOptions options) : ProviderSandbox(options, Echoes)
{
    private const string ChargeParameters =
        "amount currency payment_method capture_method customer reference description metadata statement_descriptor return_url";

    private const string RefundParameters = "payment_intent amount reason metadata";
    private const string Card = """{"brand":"visa","last4":"4242","avs_result":"Y","cvc_result":"M"}""";
    private const string Captured = "amount_to_capture";

    private static readonly SandboxEchoes Echoes = new()
    {
        Amount = "amount",
        Currency = "currency",
        Type = "object",
        Types = ["payment_intent", "refund"],
        Id = "id",
        Parent = "payment_intent",
        Status = "status",
        Key = "idempotency_key",
        Texts = ["description", "message"],
    };

    private readonly SandboxObjects _objects = new("account");

    public override Uri BaseAddress => new(RootAddress, "v1/");

    /// <summary>Section 1: every POST moves money.</summary>
    public override bool MovesMoney(SandboxRequest request) => request.Method == "POST";

    /// <summary>Authenticates the customer, as the customer would.</summary>
    public Task AuthenticateAsync(string id)
    {
        lock (Gate)
        {
            Confirm(_objects.All.Single(one => Text(one, "id") == id));
            return Task.CompletedTask;
        }
    }

    /// <summary>Section 1: checks the key, the version and the idempotency key.</summary>
    protected override SandboxResponse Answer(SandboxRequest request)
    {
        _objects.All.ToList().ForEach(Lapse);
        var headers = request.Headers;
        var (path, key) = (request.SplitPath(), headers.GetValueOrDefault("Idempotency-Key"));
        var secret = headers.GetValueOrDefault("Authorization", "").Replace("Bearer ", "", StringComparison.Ordinal);
        return !AccountsByKey.TryGetValue(secret, out var account) ? Problem(401, "")
            : headers.GetValueOrDefault("Acme-Version") != "2026-02-01" ? Refuse("parameter_invalid", "Acme-Version")
            : request.Method == "GET" ? Show(account, path, request.Query)
            : key is null || request.Json is not { } body ? Refuse("parameter_invalid", "Idempotency-Key")
            : Once($"{account} {key}", TimeSpan.FromDays(1), request, () => Process(account, key, path, body));
    }

    /// <summary>Section 6: the format of errors.</summary>
    protected override SandboxResponse Problem(int status, string detail) =>
        status switch
        {
            401 => Error(status, "authentication_error", "invalid_api_key"),
            403 => Error(status, "permission_error", "not_permitted"),
            404 => Error(status, "not_found_error", "resource_missing"),
            409 => Error(status, "idempotency_error", "idempotency_conflict"),
            429 => Error(status, "rate_limit_error", "rate_limited"),
            _ => Error(status, "api_error", ""),
        };

    private SandboxResponse Process(string account, string key, string[] path, JsonObject body)
    {
        var intent = _objects.Find(account, path.ElementAtOrDefault(2) ?? Text(body, "payment_intent"));
        var (held, isHeld) = (Number(intent, "amount"), Text(intent, "status") == "requires_capture");
        var (isTaken, waits) = (Text(intent, "status") == "succeeded", Text(intent, "status") == "requires_action");
        var refunds = _objects.All.Where(one => Text(one, "payment_intent") == Text(intent, "id"));
        var returned = refunds.Where(one => Text(one, "status") != "failed").Sum(one => Number(one, "amount"));
        var left = Number(intent, "amount_received") - returned;
        return path switch
        {
            ["v1", "payment_intents"] => Check(body, ChargeParameters, "amount", isReady: true, 999_999_999_999)
                ?? Create(Add(account, key, "pi", "payment_intent", body), Text(body, "payment_method") ?? ""),
            _ when intent is null => Problem(404, ""),
            ["v1", "payment_intents", _, "capture"] => Check(body, Captured, Captured, isHeld, held)
                ?? Capture(intent, Number(body, Captured)),
            ["v1", "payment_intents", _, "cancel"] => Check(body, "", "", isHeld || waits) ?? Cancel(intent),
            ["v1", "refunds"] => Check(body, RefundParameters, "amount", isTaken, left)
                ?? Refund(intent, Add(account, key, "re", "refund", body)),
            _ => Problem(404, ""),
        };
    }

    /// <summary>Sections 2 and 7: creates a payment intent.</summary>
    private SandboxResponse Create(JsonObject intent, string token)
    {
        intent["capture_method"] ??= "automatic";
        (intent["amount_authorized"], intent["amount_received"], intent["amount_refunded"]) = (0L, 0L, 0L);
        switch (token.Split('_', 3))
        {
            case [_, "decline", var code]:
                var error = $""" "decline_code":"{code}" """;
                (intent["status"], intent["cancellation_reason"]) = ("canceled", "declined");
                intent["last_payment_error"] = JsonNode.Parse($$"""{"code":"card_declined",{{error}}}""");
                return Error(402, "card_error", "card_declined", $""","payment_intent":"{intent["id"]}",{error}""");
            case [_, "authenticate"]:
                var action = $$"""{"type":"redirect","redirect_url":"https://acme.example/{{intent["id"]}}"}""";
                (intent["status"], intent["next_action"]) = ("requires_action", JsonNode.Parse(action));
                break;
            case [_, "processing"]:
                intent["status"] = "processing";
                break;
            default:
                Confirm(intent);
                break;
        }

        return SandboxResponse.Json(200, intent);
    }

    private void Confirm(JsonObject intent)
    {
        var (isManual, amount) = (Text(intent, "capture_method") == "manual", Number(intent, "amount"));
        intent["status"] = isManual ? "requires_capture" : "succeeded";
        (intent["amount_authorized"], intent["amount_received"]) = (amount, isManual ? 0L : amount);
        intent["next_action"] = null;
        intent["capture_before"] = isManual ? Now.AddDays(7).ToUnixTimeSeconds() : null;
        intent["payment_method_details"] = JsonNode.Parse(Card);
        Book(isManual ? SandboxMovementKind.Authorize : SandboxMovementKind.Sale, intent, amount);
    }

    /// <summary>Section 3: captures a payment intent.</summary>
    private SandboxResponse Capture(JsonObject intent, long amount)
    {
        (intent["status"], intent["amount_received"]) = ("succeeded", amount);
        Book(SandboxMovementKind.Capture, intent, amount, intent);
        return SandboxResponse.Json(200, intent);
    }

    /// <summary>Section 3: cancels a payment intent.</summary>
    private SandboxResponse Cancel(JsonObject intent)
    {
        if (Number(intent, "amount_authorized") is > 0 and var held)
        {
            Book(SandboxMovementKind.Void, intent, held, intent);
        }

        (intent["status"], intent["cancellation_reason"]) = ("canceled", "requested");
        return SandboxResponse.Json(200, intent);
    }

    /// <summary>Sections 4 and 7: creates a refund.</summary>
    private SandboxResponse Refund(JsonObject intent, JsonObject refund)
    {
        (refund["status"], refund["currency"]) = ("processing", Text(intent, "currency"));
        if (Text(refund, "reason")?.StartsWith("test_processing", StringComparison.Ordinal) != true)
        {
            Finish(refund);
        }

        return SandboxResponse.Json(200, refund);
    }

    private void Finish(JsonObject refund)
    {
        var isFailed = Text(refund, "reason")?.EndsWith("_failed", StringComparison.Ordinal) == true;
        refund["status"] = isFailed ? "failed" : "succeeded";
        if (!isFailed)
        {
            var paid = _objects.Find(Text(refund, "account")!, Text(refund, "payment_intent"))!;
            paid["amount_refunded"] = Number(paid, "amount_refunded") + Number(refund, "amount");
            Book(SandboxMovementKind.Refund, refund, Number(refund, "amount"), paid);
        }
    }

    /// <summary>Sections 2, 4 and 5: reads one object or a list. Pages are as short as the API allows.</summary>
    private SandboxResponse Show(string account, string[] path, IReadOnlyDictionary<string, string> query)
    {
        if (path is ["v1", _, var id])
        {
            return _objects.Find(account, id) is { } found ? SandboxResponse.Json(200, found) : Problem(404, "");
        }

        var filters = query.Where(pair => pair.Key is not ("limit" or "starting_after"));
        var kind = new KeyValuePair<string, string>("object", path[1].TrimEnd('s'));
        var after = query.GetValueOrDefault("starting_after");
        var (page, hasMore) = _objects.List(account, filters.Append(kind), after, limit: 1);
        var list = new JsonObject([new("object", "list"), new("has_more", hasMore), new("data", page)]);
        return SandboxResponse.Json(200, list);
    }

    /// <summary>Sections 2 and 7: cancels an intent that is not captured or authenticated in time; a refund ends after one day.</summary>
    private void Lapse(JsonObject one)
    {
        var (status, now) = (Text(one, "status"), Now.ToUnixTimeSeconds());
        if (status == "requires_capture" && Number(one, "capture_before") <= now)
        {
            (one["status"], one["cancellation_reason"]) = ("canceled", "expired");
        }
        else if (status == "requires_action" && Number(one, "created") + 3600 <= now)
        {
            (one["status"], one["cancellation_reason"]) = ("canceled", "abandoned");
        }
        else if (status == "processing" && Text(one, "object") == "refund" && Number(one, "created") + 86_400 <= now)
        {
            Finish(one);
        }
    }

    private JsonObject Add(string? account, string key, string prefix, string kind, JsonObject body)
    {
        var made = body.DeepClone().AsObject();
        made.Remove("payment_method");
        (made["id"], made["object"], made["account"]) = (NextId(prefix), kind, account);
        (made["idempotency_key"], made["created"]) = (key, Now.ToUnixTimeSeconds());
        return _objects.Add(made);
    }

    private void Book(SandboxMovementKind kind, JsonObject of, long amount, JsonObject? parent = null) =>
        Book(
            new SandboxMovement
            {
                Account = Text(of, "account")!,
                Kind = kind,
                TransactionId = Text(of, "id")!,
                ParentTransactionId = parent is null ? null : Text(parent, "id"),
                CustomerId = Text(of, "customer"),
                RequestId = Text(of, "idempotency_key"),
                Description = Text(of, "description"),
                Amount = SandboxMoney.FromMinorUnits(amount, Text(of, "currency")!),
                Currency = Text(of, "currency")!.ToUpperInvariant(),
            }
        );

    private static SandboxResponse? Check(JsonObject body, string known, string amount, bool isReady, long most = 0) =>
        body.FirstOrDefault(member => !known.Split(' ').Contains(member.Key)).Key is { } unknown
            ? Refuse("parameter_invalid", unknown)
        : !isReady ? Refuse("intent_unexpected_state", "payment_intent")
        : Text(body, "currency")?.Any(char.IsUpper) == true ? Refuse("parameter_invalid", "currency")
        : amount.Length > 0 && Number(body, amount) <= 0 ? Refuse("parameter_invalid", amount)
        : Number(body, amount) > most ? Refuse("amount_too_large", amount)
        : null;

    private static SandboxResponse Refuse(string code, string parameter) =>
        Error(400, "invalid_request_error", code, $",\"param\":\"{parameter}\"");

    private static SandboxResponse Error(int status, string type, string code, string more = "") =>
        SandboxResponse.Json(
            status,
            $$$"""{"error":{"type":"{{{type}}}","code":"{{{code}}}","message":"Refused."{{{more}}}}}"""
        );
}
