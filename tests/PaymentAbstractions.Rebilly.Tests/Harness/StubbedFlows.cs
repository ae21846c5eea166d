using System.Text.Json.Nodes;

namespace PaymentAbstractions.Rebilly.Tests;

/// <summary>Situations at Rebilly with which several tests start.</summary>
internal static class StubbedFlows
{
    /// <summary>Adds an authorization that can be read and that the list shows.</summary>
    public static StubProvider WithAuthorization(
        this StubProvider stub,
        JsonObject authorization,
        params JsonObject[] others
    ) => stub.On("GET transactions/txn_a", StubAnswer.Ok(authorization)).WithList([authorization, .. others]);

    public static StubProvider WithList(this StubProvider stub, params JsonObject[] rows) =>
        stub.On("GET transactions", StubAnswer.Ok(new JsonArray([.. rows.Select(row => row.Copy())])));

    /// <summary>Adds an original with its children, each of which can be read.</summary>
    public static StubProvider WithOriginal(this StubProvider stub, JsonObject original, params JsonObject[] children)
    {
        original["childTransactions"] = new JsonArray([.. children.Select(child => child["id"]!.DeepClone())]);
        stub.On($"GET transactions/{original["id"]}", StubAnswer.Ok(original));
        foreach (var child in children)
        {
            stub.On($"GET transactions/{child["id"]}", StubAnswer.Ok(child));
        }

        return stub;
    }

    public static JsonObject Settled(this JsonObject json) => json.With("settlementTime", "2026-03-02T00:00:00Z");
}
