using System.Text.Json.Nodes;

namespace PaymentAbstractions.VirtualTerminal.Tests;

/// <summary>Customers as the provider shows them.</summary>
internal static class CustomerStub
{
    public const string List = "GET KEY/customers";

    /// <summary>A customer with one card and the given billings.</summary>
    public static JsonObject Customer(long number = 7001, string? code = "shopper-1", params JsonObject[] billings) =>
        new()
        {
            ["Name"] = code ?? "Contoso",
            ["Code"] = code,
            ["PrimaryContact"] = "Mary Somerville",
            ["PrimaryContactPhone"] = "5185550199",
            ["PrimaryContactEmailAddress"] = "mary@example.com",
            ["PaymentMethods"] = new JsonArray(
                new JsonObject
                {
                    ["ID"] = number + 2000,
                    ["CardType"] = "Visa",
                    ["Last4"] = "4242",
                    ["CardholderFirstName"] = "Mary",
                    ["CardholderLastName"] = "Somerville",
                    ["ExpirationMonth"] = 12,
                    ["ExpirationYear"] = 2030,
                    ["BillingStreet1"] = "1 Elm St",
                    ["BillingStreet2"] = null,
                    ["BillingCity"] = "Troy",
                    ["BillingState"] = "NY",
                    ["BillingZip"] = "12180",
                }
            ),
            ["RecurrentBilling"] = new JsonArray([.. billings]),
            ["ID"] = number,
            ["Success"] = false,
            ["Message"] = null,
        };

    public static StubAnswer Rows(params JsonObject[] customers) => StubAnswer.Ok(new JsonArray([.. customers]));

    public static StubAnswer NotFound => Refused(404, "Customer Not Found");

    public static StubAnswer Refused(int status, string text) =>
        StubAnswer.Text(status, "Bad Request", "text/html", ("Error", text));
}
