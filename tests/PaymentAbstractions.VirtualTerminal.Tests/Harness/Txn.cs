using System.Text.Json.Nodes;

namespace PaymentAbstractions.VirtualTerminal.Tests;

/// <summary>Transactions as the provider shows them.</summary>
internal static class Txn
{
    public const long Id = 501234;

    public static JsonObject Sale(decimal amount = 49.90m, string key = "key-1", long id = Id) =>
        new()
        {
            ["ID"] = id,
            ["AuthorizationCode"] = "A1B2C3",
            ["CustomerID"] = 7001,
            ["CustomerName"] = "Contoso",
            ["Account"] = "Main",
            ["TransactionType"] = "sale",
            ["TransactionTime"] = "/Date(1772366400000)/",
            ["Level"] = 1,
            ["TotalAmount"] = amount,
            ["Description"] = $"order-1 {VirtualTerminalFixture.Mark(key)}",
            ["TransactionSource"] = "API",
            ["Status"] = "Not Settled",
            ["CaptureAmount"] = 0,
            ["PaymentMethodID"] = 9001,
            ["CardType"] = "Visa",
            ["CardLast4"] = "4242",
            ["CustomerPONumber"] = null,
            ["TaxAmount"] = 0,
            ["ShippingAmount"] = 0,
            ["Billing"] = null,
            ["ShippingAddressID"] = 0,
            ["Shipping"] = null,
            ["LineItems"] = null,
            ["Success"] = true,
            ["Message"] = "Transaction Complete",
        };

    public static JsonObject Authorization(decimal amount = 49.90m, string key = "key-1", long id = Id) =>
        Sale(amount, key, id).With("TransactionType", "auth");

    public static JsonObject Credit(decimal amount = 49.90m, string key = "key-1", long id = 501999) =>
        Sale(amount, key, id).With("TransactionType", "credit").With("AuthorizationCode", null);

    public static JsonObject Captured(decimal amount = 49.90m) => Sale(amount).With("CaptureAmount", amount);

    /// <summary>The answer to captures and voids.</summary>
    public static JsonObject Done(string message, long id = Id) =>
        new()
        {
            ["ID"] = id,
            ["Success"] = true,
            ["Message"] = message,
        };

    public static JsonObject Denied(string? message, long id = 0) =>
        new()
        {
            ["ID"] = id,
            ["Success"] = false,
            ["Message"] = message,
        };

    public static JsonObject List(params JsonObject[] rows) =>
        new()
        {
            ["TransactionCount"] = rows.Length,
            ["Transactions"] = new JsonArray([.. rows.Select(row => row.DeepClone())]),
        };

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

    public static JsonObject Copy(this JsonObject json) => (JsonObject)json.DeepClone();

    public static JsonObject InStatus(this JsonObject json, string status) => json.With("Status", status);

    public static StubAnswer Ok(this JsonObject json) => StubAnswer.Ok(json);

    /// <summary>A refusal in the second form: an error status, the text in the header, and almost nothing in the body.</summary>
    public static StubAnswer Error(int status, string? text) =>
        text is null
            ? StubAnswer.Text(status, "Bad Request", "text/html")
            : StubAnswer.Text(status, "Bad Request", "text/html", ("Error", text));
}
