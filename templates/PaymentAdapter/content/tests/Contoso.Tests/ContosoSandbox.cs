using System.Globalization;
using System.Text.Json.Nodes;

namespace Contoso.Tests;

/// <summary>The API of Contoso on 127.0.0.1. HOLE: change it until it behaves as the provider's documentation says.</summary>
/// <remarks>Written from the documentation, not from the adapter. A token of <c>tok_decline_51</c> is declined with 51.</remarks>
public sealed class ContosoSandbox : ProviderSandbox
{
    private const string Decline = "tok_decline_";

    private static readonly SandboxEchoes Echoes = new()
    {
        Id = "id",
        Type = "type",
        Types = ["payment", "refund"],
        Amount = "amount",
        Currency = "currency",
        Parent = "payment",
        Texts = ["message"],
    };

    private readonly Dictionary<string, string> _keysOfMerchants;
    private readonly List<JsonObject> _transactions = [];

    private ContosoSandbox(SandboxOptions options, Dictionary<string, string> keysOfMerchants)
        : base(options, Echoes) => _keysOfMerchants = keysOfMerchants;

    public static async Task<ContosoSandbox> StartAsync(
        SandboxOptions options,
        Dictionary<string, string> keysOfMerchants
    )
    {
        var sandbox = new ContosoSandbox(options, keysOfMerchants);
        await sandbox.ListenAsync();
        return sandbox;
    }

    public override bool MovesMoney(SandboxRequest request) => request.Method == "POST";

    protected override SandboxResponse Answer(SandboxRequest request)
    {
        if (!_keysOfMerchants.TryGetValue(request.Headers.GetValueOrDefault("X-Api-Key", ""), out var merchant))
        {
            return Problem(401, "The key is wrong.");
        }

        return (request.Method, request.SplitPath()) switch
        {
            ("POST", ["payments" or "refunds"]) => Once(
                request.Headers.GetValueOrDefault("Idempotency-Key"),
                TimeSpan.FromHours(24),
                request,
                () => Create(request, merchant)
            ),
            ("GET", ["transactions", var id]) => Find(merchant, "id", id) is { } found
                ? SandboxResponse.Json(200, found.DeepClone())
                : Problem(404, "There is no such transaction."),
            ("GET", ["transactions"]) => SandboxResponse.Json(
                200,
                Find(merchant, "key", request.Query.GetValueOrDefault("key", "")) is { } found
                    ? new JsonArray(found.DeepClone())
                    : new JsonArray()
            ),
            _ => Problem(404, "There is no such path."),
        };
    }

    protected override SandboxResponse Problem(int status, string detail) => Error(status, detail);

    private static SandboxResponse Error(int status, string message, string? issuerCode = null) =>
        SandboxResponse.Json(
            status,
            new JsonObject
            {
                ["error"] = new JsonObject
                {
                    ["code"] = status switch
                    {
                        401 => "wrong_key",
                        402 => "declined",
                        404 => "not_found",
                        409 => "key_used",
                        422 => "invalid",
                        _ => "error",
                    },
                    ["message"] = message,
                    ["issuer_code"] = issuerCode,
                },
            }
        );

    private SandboxResponse Create(SandboxRequest request, string merchant)
    {
        if (request.Json is not { } body || request.Headers.GetValueOrDefault("Idempotency-Key") is not { } key)
        {
            return Error(422, "A JSON object and an Idempotency-Key are needed.");
        }

        var token = Text(body, "token");
        if (token?.StartsWith(Decline, StringComparison.Ordinal) == true)
        {
            return Error(402, "The card was declined.", token[Decline.Length..]);
        }

        var (amount, currency) = (body["amount"]!.GetValue<long>(), Text(body, "currency")!);
        var payment = Text(body, "payment");
        if (payment is not null)
        {
            if (Find(merchant, "id", payment) is not { } sale)
            {
                return Error(404, "There is no such payment.");
            }

            var refunded = _transactions
                .Where(one => Text(one, "payment") == payment)
                .Sum(one => one["amount"]!.GetValue<long>());
            if (refunded + amount > sale["amount"]!.GetValue<long>())
            {
                return Error(422, "More than is left.");
            }
        }

        var transaction = new JsonObject
        {
            ["id"] = NextId("tx"),
            ["type"] = payment is null ? "payment" : "refund",
            ["status"] = "succeeded",
            ["amount"] = amount,
            ["currency"] = currency,
            ["key"] = key,
            ["payment"] = payment,
            ["message"] = "Approved",
            ["created"] = Now.ToString("O", CultureInfo.InvariantCulture),
            ["merchant"] = merchant,
        };
        _transactions.Add(transaction);
        Book(
            new SandboxMovement
            {
                Account = merchant,
                Kind = payment is null ? SandboxMovementKind.Sale : SandboxMovementKind.Refund,
                TransactionId = Text(transaction, "id")!,
                ParentTransactionId = payment,
                RequestId = key,
                Description = Text(body, "description"),
                Amount = amount / 100m,
                Currency = currency,
            }
        );
        return SandboxResponse.Json(201, transaction.DeepClone());
    }

    private JsonObject? Find(string merchant, string name, string value) =>
        _transactions.Find(one => Text(one, name) == value && Text(one, "merchant") == merchant);

    private static string? Text(JsonObject body, string name) => body[name]?.GetValue<string>();
}
