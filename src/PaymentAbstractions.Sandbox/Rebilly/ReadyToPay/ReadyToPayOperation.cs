using System.Text.Json.Nodes;

namespace PaymentAbstractions.Sandbox.Rebilly;

/// <summary>POST /ready-to-pay, by amount; the variant with plans is not emulated. It changes nothing.</summary>
/// <remarks>Unverified: that the name of a feature is in its member <c>name</c>.</remarks>
internal sealed class ReadyToPayOperation(RebillyWorld world)
{
    public SandboxResponse List(RebillyCall call)
    {
        var fields = call.Fields();
        if (fields.RequiredId("websiteId") is { } website && website != call.Organization.Account.WebsiteId)
        {
            fields.Fail("websiteId", "The website does not exist.");
        }

        var currency = fields.RequiredText("currency", 3, CurrencyRules.IsCode);
        fields.Require("amount");
        if (fields.Number("amount") is { } amount && currency is not null)
        {
            TransactionRequestReader.CheckAmount(fields, amount, currency);
        }

        fields.Require("riskMetadata");
        RiskRules.Check(fields);
        ContactRules.Read(fields, "billingAddress");
        fields.Id("customerId");
        return fields.Errors.Count > 0
            ? world.Problems.Invalid(fields.Errors)
            : SandboxResponse.Json(200, new JsonArray([.. world.Options.ReadyToPay.Select(Write)]));
    }

    private static JsonNode Write(RebillySandboxPaymentMethod method)
    {
        var row = new JsonObject
        {
            ["method"] = method.Method,
            ["feature"] = method.Feature is { } feature ? new JsonObject { ["name"] = feature } : null,
        };
        if (method.Brands.Count > 0)
        {
            row["brands"] = TransactionJson.Texts(method.Brands);
        }

        if (method.Filters.Count > 0)
        {
            row["filters"] = TransactionJson.Texts(method.Filters);
        }

        return row;
    }
}
