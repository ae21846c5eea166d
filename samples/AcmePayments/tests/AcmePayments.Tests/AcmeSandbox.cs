using System.Globalization;
using System.Text.Json.Nodes;

namespace AcmePayments.Tests;

/// <summary>The Acme Payments API on 127.0.0.1, written from acme-api.md. It shares no code with the adapter.</summary>
public sealed class AcmeSandbox : ProviderSandbox
{
    private const string ChargeParameters =
        "amount currency payment_method capture_method customer reference description metadata statement_descriptor return_url";

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

    private readonly Dictionary<string, string> _accounts;
    private readonly List<JsonObject> _objects = [];

    private AcmeSandbox(SandboxOptions options, IReadOnlyDictionary<string, string> accounts)
        : base(options, Echoes) => _accounts = accounts.ToDictionary(pair => $"Bearer {pair.Key}", pair => pair.Value);

    public override Uri BaseAddress => new(RootAddress, "v1/");

    /// <summary>Starts it with accounts by their keys.</summary>
    public static async Task<AcmeSandbox> StartAsync(
        SandboxOptions options,
        IReadOnlyDictionary<string, string> accounts
    )
    {
        var sandbox = new AcmeSandbox(options, accounts);
        await sandbox.ListenAsync();
        return sandbox;
    }

    /// <summary>Section 1: every POST does.</summary>
    public override bool MovesMoney(SandboxRequest request) => request.Method == "POST";

    /// <summary>The customer authenticates.</summary>
    public void Authenticate(string id)
    {
        lock (Gate)
        {
            Confirm(_objects.Single(one => Text(one, "id") == id));
        }
    }

    /// <summary>Section 1.</summary>
    protected override SandboxResponse Answer(SandboxRequest request)
    {
        _objects.ForEach(Lapse);
        var headers = request.Headers;
        var (path, key) = (request.SplitPath(), headers.GetValueOrDefault("Idempotency-Key"));
        return !_accounts.TryGetValue(headers.GetValueOrDefault("Authorization", ""), out var account)
                ? Problem(401, "")
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

    private SandboxResponse Process(string account, string key, string[] path, JsonObject body) =>
        (path, Find(account, path.ElementAtOrDefault(2) ?? Text(body, "payment_intent"))) switch
        {
            (["v1", "payment_intents"], _) => Create(account, key, body),
            (["v1", "payment_intents", _, "capture"], { } intent) => Capture(intent, body),
            (["v1", "payment_intents", _, "cancel"], { } intent) => Cancel(intent, body),
            (["v1", "refunds"], { } intent) => Refund(key, intent, body),
            _ => Problem(404, ""),
        };

    /// <summary>Sections 2 and 7.</summary>
    private SandboxResponse Create(string account, string key, JsonObject body)
    {
        if (Check(body, ChargeParameters, "amount", isReady: true, 999_999_999_999) is { } refused)
        {
            return refused;
        }

        var intent = Add(account, key, "pi", "payment_intent", body);
        var token = Text(body, "payment_method") ?? "";
        intent["capture_method"] ??= "automatic";
        (intent["amount_authorized"], intent["amount_received"], intent["amount_refunded"]) = (0L, 0L, 0L);
        if (token.StartsWith("tok_decline_", StringComparison.Ordinal))
        {
            var codes = $$"""{"code":"card_declined","decline_code":"{{token[12..]}}","message":"Declined."}""";
            (intent["status"], intent["cancellation_reason"]) = ("canceled", "declined");
            intent["last_payment_error"] = JsonNode.Parse(codes);
            var more = $$""","decline_code":"{{token[12..]}}","payment_intent":"{{intent["id"]}}" """;
            return Error(402, "card_error", "card_declined", more);
        }

        if (token == "tok_authenticate")
        {
            var action = $$"""{"type":"redirect","redirect_url":"https://acme.example/{{intent["id"]}}"}""";
            (intent["status"], intent["next_action"]) = ("requires_action", JsonNode.Parse(action));
        }
        else if (token == "tok_processing")
        {
            intent["status"] = "processing";
        }
        else
        {
            Confirm(intent);
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
    private SandboxResponse Capture(JsonObject intent, JsonObject body)
    {
        var (isReady, held) = (Text(intent, "status") == "requires_capture", Number(intent, "amount"));
        if (Check(body, "amount_to_capture", "amount_to_capture", isReady, held) is { } refused)
        {
            return refused;
        }

        (intent["status"], intent["amount_received"]) = ("succeeded", Number(body, "amount_to_capture"));
        Book(SandboxMovementKind.Capture, intent, Number(body, "amount_to_capture"), intent);
        return SandboxResponse.Json(200, intent);
    }

    /// <summary>Section 3.</summary>
    private SandboxResponse Cancel(JsonObject intent, JsonObject body)
    {
        if (body.Count > 0 || Text(intent, "status") is not ("requires_capture" or "requires_action"))
        {
            return Refuse(body.Count > 0 ? "parameter_invalid" : "intent_unexpected_state", "payment_intent");
        }

        if (Number(intent, "amount_authorized") is > 0 and var held)
        {
            Book(SandboxMovementKind.Void, intent, held, intent);
        }

        (intent["status"], intent["cancellation_reason"]) = ("canceled", "requested");
        return SandboxResponse.Json(200, intent);
    }

    /// <summary>Section 4.</summary>
    private SandboxResponse Refund(string key, JsonObject intent, JsonObject body)
    {
        var (isReady, refunded) = (Text(intent, "status") == "succeeded", Number(intent, "amount_refunded"));
        var left = Number(intent, "amount_received") - refunded;
        if (Check(body, "payment_intent amount reason metadata", "amount", isReady, left) is { } refused)
        {
            return refused;
        }

        intent["amount_refunded"] = refunded + Number(body, "amount");
        var refund = Add(Text(intent, "account"), key, "re", "refund", body);
        (refund["status"], refund["currency"]) = ("succeeded", Text(intent, "currency"));
        Book(SandboxMovementKind.Refund, refund, Number(body, "amount"), intent);
        return SandboxResponse.Json(200, refund);
    }

    /// <summary>Sections 2, 4 and 5.</summary>
    private SandboxResponse Show(string account, string[] path, IReadOnlyDictionary<string, string> query)
    {
        if (path is not ["v1", "payment_intents" or "refunds"])
        {
            var found = Find(account, path.ElementAtOrDefault(2));
            return found is null ? Problem(404, "") : SandboxResponse.Json(200, found);
        }

        var limit = int.Parse(query.GetValueOrDefault("limit", "10"), CultureInfo.InvariantCulture);
        var filters = query.Where(pair => pair.Key is not ("limit" or "starting_after")).ToList();
        var rows = _objects.FindAll(one =>
            Text(one, "account") == account
            && $"{one["object"]}s" == path[1]
            && filters.TrueForAll(pair => Text(one, pair.Key) == pair.Value)
        );
        rows.Reverse();
        var start = rows.FindIndex(one => Text(one, "id") == query.GetValueOrDefault("starting_after")) + 1;
        var page = new JsonArray([.. rows.Skip(start).Take(limit).Select(one => one.DeepClone())]);
        var list = new JsonObject
        {
            ["object"] = "list",
            ["has_more"] = rows.Count > start + limit,
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
        _objects.Add(made);
        return made;
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

    private JsonObject? Find(string account, string? id) =>
        _objects.Find(one => Text(one, "account") == account && Text(one, "id") == id);

    private static SandboxResponse? Check(JsonObject body, string known, string amount, bool isReady, long most) =>
        body.Select(member => member.Key).FirstOrDefault(name => !known.Split(' ').Contains(name)) is { } unknown
            ? Refuse("parameter_invalid", unknown)
        : !isReady ? Refuse("intent_unexpected_state", "payment_intent")
        : Text(body, "currency")?.Any(char.IsUpper) == true ? Refuse("parameter_invalid", "currency")
        : Number(body, amount) <= 0 ? Refuse("parameter_invalid", amount)
        : Number(body, amount) > most ? Refuse("amount_too_large", amount)
        : null;

    private static string? Text(JsonObject body, string name) => (string?)body[name];

    private static long Number(JsonObject body, string name) => (long?)body[name] ?? 0;

    private static SandboxResponse Refuse(string code, string parameter) =>
        Error(400, "invalid_request_error", code, $",\"param\":\"{parameter}\"");

    private static SandboxResponse Error(int status, string type, string code, string more = "") =>
        SandboxResponse.Text(
            status,
            $$$"""{"error":{"type":"{{{type}}}","code":"{{{code}}}","message":"Refused."{{{more}}}}}""",
            "application/json"
        );
}
