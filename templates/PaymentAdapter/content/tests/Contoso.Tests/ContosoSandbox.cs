using System.Globalization;
using System.Text.Json.Nodes;

namespace Contoso.Tests;

/// <summary>The API of Contoso on 127.0.0.1. HOLE: change it until it behaves as the provider's documentation says.</summary>
/// <remarks>Written from the documentation, not from the adapter. A token of <c>tok_decline_51</c> is declined with 51.</remarks>
public sealed class ContosoSandbox(SandboxOptions options) : ProviderSandbox(options, Echoes)
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
        Status = "status",
        Key = "key",
        Texts = ["message"],
    };

    private readonly SandboxObjects _transactions = new("merchant");

    public override bool MovesMoney(SandboxRequest request) => request.Method == "POST";

    protected override SandboxResponse Answer(SandboxRequest request)
    {
        if (!AccountsByKey.TryGetValue(request.Headers.GetValueOrDefault("X-Api-Key", ""), out var merchant))
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
            ("GET", ["transactions", var id]) => _transactions.Find(merchant, id) is { } found
                ? SandboxResponse.Json(200, found)
                : Problem(404, "There is no such transaction."),
            ("GET", ["transactions"]) => SandboxResponse.Json(200, _transactions.List(merchant, request.Query).Page),
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
            if (_transactions.Find(merchant, payment) is not { } sale)
            {
                return Error(404, "There is no such payment.");
            }

            var refunds = _transactions.List(merchant, [new("payment", payment)]).Page;
            var refunded = refunds.Sum(one => one!["amount"]!.GetValue<long>());
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
                Amount = SandboxMoney.FromMinorUnits(amount, currency),
                Currency = currency,
            }
        );
        return SandboxResponse.Json(201, transaction);
    }

    private static string? Text(JsonObject body, string name) => body[name]?.GetValue<string>();
}
