using System.Globalization;
using System.Text.Json.Nodes;

namespace AcmePayments.Tests;

/// <summary>The Acme Payments API on 127.0.0.1, written from acme-api.md. It shares no code with the adapter.</summary>
public sealed class AcmeSandbox(SandboxOptions options) : ProviderSandbox(options, Echoes)
{
    private const string ChargeParameters =
        "amount currency payment_method capture_method customer reference description metadata statement_descriptor return_url";

    private const string RefundParameters = "payment_intent amount reason metadata";
    private const string Captured = "amount_to_capture";

    private static readonly SandboxEchoes Echoes = new()
    {
        Amount = "amount",
        Currency = "currency",
        Type = "object",
        Types = ["payment_intent", "refund"],
        Id = "id",
        Parent = "payment_intent",
        Texts = ["description", "message"],
    };

    private readonly SandboxObjects _objects = new("account");

    public override Uri BaseAddress => new(RootAddress, "v1/");

    /// <summary>Section 1: every POST does.</summary>
    public override bool MovesMoney(SandboxRequest request) => request.Method == "POST";

    /// <summary>The customer authenticates.</summary>
    public void Authenticate(string id)
    {
        lock (Gate)
        {
            Confirm(_objects.All.Single(one => Text(one, "id") == id));
        }
    }

    /// <summary>Section 1.</summary>
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

    /// <summary>Section 6.</summary>
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
        var left = Number(intent, "amount_received") - Number(intent, "amount_refunded");
        return path switch
        {
            ["v1", "payment_intents"] => Check(body, ChargeParameters, "amount", isReady: true, 999_999_999_999)
                ?? Create(Add(account, key, "pi", "payment_intent", body), Text(body, "payment_method") ?? ""),
            _ when intent is null => Problem(404, ""),
            ["v1", "payment_intents", _, "capture"] => Check(body, Captured, Captured, isHeld, held)
                ?? Capture(intent, Number(body, Captured)),
            ["v1", "payment_intents", _, "cancel"] => Check(body, "", "", isHeld || waits) ?? Cancel(intent),
            ["v1", "refunds"] => Check(body, RefundParameters, "amount", isTaken, left)
                ?? Refund(intent, Add(account, key, "re", "refund", body), Number(body, "amount")),
            _ => Problem(404, ""),
        };
    }

    /// <summary>Sections 2 and 7.</summary>
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
        (intent["next_action"], intent["capture_before"]) = (
            null,
            isManual ? Now.AddDays(7).ToUnixTimeSeconds() : null
        );
        intent["payment_method_details"] = JsonNode.Parse(
            """{"brand":"visa","last4":"4242","avs_result":"Y","cvc_result":"M"}"""
        );
        Book(isManual ? SandboxMovementKind.Authorize : SandboxMovementKind.Sale, intent, amount);
    }

    /// <summary>Section 3.</summary>
    private SandboxResponse Capture(JsonObject intent, long amount)
    {
        (intent["status"], intent["amount_received"]) = ("succeeded", amount);
        Book(SandboxMovementKind.Capture, intent, amount, intent);
        return SandboxResponse.Json(200, intent);
    }

    /// <summary>Section 3.</summary>
    private SandboxResponse Cancel(JsonObject intent)
    {
        if (Number(intent, "amount_authorized") is > 0 and var held)
        {
            Book(SandboxMovementKind.Void, intent, held, intent);
        }

        (intent["status"], intent["cancellation_reason"]) = ("canceled", "requested");
        return SandboxResponse.Json(200, intent);
    }

    /// <summary>Section 4.</summary>
    private SandboxResponse Refund(JsonObject intent, JsonObject refund, long amount)
    {
        intent["amount_refunded"] = Number(intent, "amount_refunded") + amount;
        (refund["status"], refund["currency"]) = ("succeeded", Text(intent, "currency"));
        Book(SandboxMovementKind.Refund, refund, amount, intent);
        return SandboxResponse.Json(200, refund);
    }

    /// <summary>Sections 2, 4 and 5.</summary>
    private SandboxResponse Show(string account, string[] path, IReadOnlyDictionary<string, string> query)
    {
        if (path is ["v1", _, var id])
        {
            return _objects.Find(account, id) is { } found ? SandboxResponse.Json(200, found) : Problem(404, "");
        }

        var filters = query.Where(pair => pair.Key is not ("limit" or "starting_after"));
        var (page, hasMore) = _objects.List(
            account,
            filters.Append(new("object", path[1].TrimEnd('s'))),
            query.GetValueOrDefault("starting_after"),
            int.Parse(query.GetValueOrDefault("limit", "10"), CultureInfo.InvariantCulture)
        );
        var list = new JsonObject
        {
            ["object"] = "list",
            ["has_more"] = hasMore,
            ["data"] = page,
        };
        return SandboxResponse.Json(200, list);
    }

    /// <summary>Section 2: what is neither captured nor authenticated in time is canceled.</summary>
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
                Amount = amount / (Text(of, "currency") is "jpy" ? 1m : 100m),
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

    private static string? Text(JsonObject? body, string name) => (string?)body?[name];

    private static long Number(JsonObject? body, string name) => (long?)body?[name] ?? 0;

    private static SandboxResponse Refuse(string code, string parameter) =>
        Error(400, "invalid_request_error", code, $",\"param\":\"{parameter}\"");

    private static SandboxResponse Error(int status, string type, string code, string more = "") =>
        SandboxResponse.Text(
            status,
            $$$"""{"error":{"type":"{{{type}}}","code":"{{{code}}}","message":"Refused."{{{more}}}}}""",
            "application/json"
        );
}
