using System.Text.Json.Nodes;

namespace PaymentAbstractions.Adapters.Tests;

/// <summary>Transactions as Acme shows them.</summary>
internal static class Txn
{
    public static JsonObject Sale(string key = "key-1", string id = "pay_1") =>
        new()
        {
            ["id"] = id,
            ["type"] = "sale",
            ["status"] = "succeeded",
            ["amount"] = 1250,
            ["currency"] = "USD",
            ["key"] = AdapterFixture.WireKey(key),
            ["customer"] = "cus_1",
            ["code"] = "00",
            ["card"] = new JsonObject { ["brand"] = "visa", ["instrument"] = "inst_1" },
            ["created"] = "2026-03-01T12:00:00Z",
        };

    public static JsonObject Authorization(string key = "auth-1", string id = "pay_a") =>
        Sale(key, id).With("type", "authorize").With("status", "authorized");

    public static JsonObject Child(
        string type,
        string key = "key-1",
        string id = "pay_c",
        string parent = "pay_1",
        int amount = 1250
    ) => Sale(key, id).With("type", type).With("parent", parent).With("amount", amount);

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

    public static JsonObject Settled(this JsonObject json) => json.With("settled", "2026-03-02T00:00:00Z");

    /// <summary>Adds an original with its children, each of which can be read.</summary>
    public static StubProvider WithOriginal(this StubProvider stub, JsonObject original, params JsonObject[] children)
    {
        original["children"] = new JsonArray([.. children.Select(child => child["id"]!.DeepClone())]);
        stub.On($"GET payments/{original["id"]}", StubAnswer.Ok(original));
        foreach (var child in children)
        {
            stub.On($"GET payments/{child["id"]}", StubAnswer.Ok(child));
        }

        return stub;
    }

    public static StubProvider WithList(this StubProvider stub, params JsonObject[] rows) =>
        stub.On(
            "GET payments",
            StubAnswer.Ok(
                new JsonObject
                {
                    ["has_more"] = false,
                    ["data"] = new JsonArray([.. rows.Select(row => row.DeepClone())]),
                }
            )
        );

    /// <summary>A refusal as Acme writes it.</summary>
    public static StubAnswer Error(int status, string type = "any", string message = "No.", string? code = null) =>
        StubAnswer.Json(
            status,
            new JsonObject
            {
                ["error"] = new JsonObject
                {
                    ["type"] = type,
                    ["message"] = message,
                    ["code"] = code,
                },
            }
        );
}
