using System.Text.Json;
using System.Text.Json.Nodes;
using PaymentAbstractions.Adapters;
using PaymentAbstractions.Sandbox;

namespace PaymentAbstractions.Rebilly.Tests;

/// <summary>Transactions as Rebilly shows them.</summary>
internal static class Txn
{
    public static JsonObject Sale(string key = "key-1", string id = "txn_1") =>
        new()
        {
            ["id"] = id,
            ["type"] = "sale",
            ["status"] = "completed",
            ["result"] = "approved",
            ["amount"] = 12.50m,
            ["currency"] = "USD",
            ["requestAmount"] = 12.50m,
            ["requestCurrency"] = "USD",
            ["customerId"] = "cus_1",
            ["requestId"] = RebillyFixture.WireKey(key),
            ["parentTransactionId"] = null,
            ["childTransactions"] = new JsonArray(),
            ["gatewayAccountId"] = "gw_1",
            ["gateway"] = new JsonObject
            {
                ["response"] = new JsonObject { ["code"] = "00", ["message"] = "Approved" },
            },
            ["paymentInstrument"] = new JsonObject { ["method"] = "payment-card", ["paymentInstrumentId"] = "inst_1" },
            ["bin"] = "411111",
            ["createdTime"] = "2026-03-01T12:00:00Z",
            ["revision"] = 1,
        };

    public static JsonObject Authorization(string key = "auth-1", string id = "txn_a") =>
        Sale(key, id).With("type", "authorize").With("status", "waiting-capture");

    public static JsonObject Capture(string key = "key-1", string id = "txn_c", string parent = "txn_a") =>
        Sale(key, id).With("type", "capture").With("parentTransactionId", parent);

    public static JsonObject Reversal(
        string type,
        string id = "txn_r",
        string parent = "txn_1",
        decimal amount = 12.50m
    ) =>
        Sale("none", id)
            .With("type", type)
            .With("parentTransactionId", parent)
            .Without("requestId")
            .With("amount", amount)
            .With("requestAmount", amount);

    public static JsonObject With(this JsonObject json, string name, JsonNode? value)
    {
        json[name] = value;
        return json;
    }

    public static JsonObject Without(this JsonObject json, string name)
    {
        json.Remove(name);
        return json;
    }

    public static JsonObject WithCode(this JsonObject json, string? code, string? message = null) =>
        json.With(
            "gateway",
            new JsonObject
            {
                ["response"] = new JsonObject { ["code"] = code, ["message"] = message },
            }
        );

    public static JsonObject Copy(this JsonObject json) => (JsonObject)json.DeepClone();

    public static ProviderTransaction Read(this JsonObject json) =>
        TransactionReader.Read(JsonFields.Read(JsonSerializer.SerializeToUtf8Bytes(json))!);

    /// <summary>Returns what a transaction proves.</summary>
    public static Verdict Judge(this ProviderTransaction shown, Expectation expected) =>
        new TransactionEvidence(
            ProviderEchoes.Parent,
            RebillyFixture.RefOrNone,
            new SandboxClock(ConformanceHarness.Start)
        ).Judge(shown, expected);
}
