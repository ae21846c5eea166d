using System.Globalization;
using System.Text.Json.Nodes;

namespace Fabrikam.Payments.Tests;

/// <summary>The API of Contoso on 127.0.0.1. HOLE: change it until it behaves according to the provider's documentation.</summary>
/// <remarks>Write it from the documentation, not from the adapter. The token <c>tok_decline_51</c> is declined with 51.</remarks>
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

    /// <summary>HOLE: the currencies of the provider, and the number of minor units in one major unit. Others are refused.</summary>
    private static readonly Dictionary<string, decimal> MinorUnits = new(StringComparer.Ordinal)
    {
        ["USD"] = 100,
        ["EUR"] = 100,
        ["GBP"] = 100,
        ["JPY"] = 1,
        ["KWD"] = 1000,
    };

    private readonly SandboxObjects _transactions = new("merchant");

    public override bool MovesMoney(SandboxRequest request) => request.Method == "POST";

    protected override SandboxResponse Answer(SandboxRequest request)
    {
        if (!AccountsByKey.TryGetValue(request.Headers.GetValueOrDefault("X-Api-Key", ""), out var merchant))
        {
            return Problem(401, "The key is wrong.");
        }

        var key = request.Headers.GetValueOrDefault("Idempotency-Key");
        return (request.Method, request.SplitPath()) switch
        {
            ("POST", ["payments" or "refunds"]) when key is null || request.Json is null => Error(
                422,
                "A JSON object and an Idempotency-Key are required."
            ),
            // A key belongs to its account: two merchants may use the same key.
            ("POST", ["payments" or "refunds"] and [var path]) => Once(
                $"{merchant} {key}",
                TimeSpan.FromHours(24),
                request,
                () => Create(merchant, key!, isRefund: path == "refunds", request.Json!)
            ),
            ("GET", ["transactions", var id]) => _transactions.Find(merchant, id) is { } found
                ? SandboxResponse.Json(200, found)
                : Problem(404, "The transaction does not exist."),
            ("GET", ["transactions"]) => SandboxResponse.Json(200, _transactions.List(merchant, request.Query).Page),
            _ => Problem(404, "The path does not exist."),
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

    private SandboxResponse Create(string merchant, string key, bool isRefund, JsonObject body)
    {
        var (amount, currency, payment) = (Number(body, "amount"), Text(body, "currency") ?? "", Text(body, "payment"));
        if (Refusal(amount, currency, payment, isRefund) is { } problem)
        {
            return Error(422, problem);
        }

        var token = Text(body, "token");
        if (token?.StartsWith(Decline, StringComparison.Ordinal) == true)
        {
            return Error(402, "The card was declined.", token[Decline.Length..]);
        }

        if (isRefund)
        {
            if (_transactions.Find(merchant, payment) is not { } sale)
            {
                return Error(404, "The payment does not exist.");
            }

            var refunds = _transactions.List(merchant, [new("payment", payment!)]).Page;
            var refunded = refunds.Sum(one => Number(one!.AsObject(), "amount"));
            if (currency != Text(sale, "currency") || refunded + amount > Number(sale, "amount"))
            {
                return Error(
                    422,
                    "The currency differs from that of the payment, or the amount exceeds what is left of it."
                );
            }
        }

        var transaction = new JsonObject
        {
            ["id"] = NextId("tx"),
            ["type"] = isRefund ? "refund" : "payment",
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
                Kind = isRefund ? SandboxMovementKind.Refund : SandboxMovementKind.Sale,
                TransactionId = Text(transaction, "id")!,
                ParentTransactionId = payment,
                RequestId = key,
                Description = Text(body, "description"),
                Amount = amount / MinorUnits[currency],
                Currency = currency,
            }
        );
        return SandboxResponse.Json(201, transaction);
    }

    private static string? Refusal(long amount, string currency, string? payment, bool isRefund) =>
        amount <= 0 ? "The amount is not a whole number of minor units greater than zero."
        : !MinorUnits.ContainsKey(currency) ? $"The currency is not one of {string.Join(", ", MinorUnits.Keys)}."
        : isRefund == payment is null ? "A refund must name its payment, and a payment must not name one."
        : null;

    private static string? Text(JsonObject body, string name) =>
        body[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static long Number(JsonObject body, string name) =>
        body[name] is JsonValue value && value.TryGetValue<long>(out var number) ? number : 0;
}
