using System.Text.Json.Nodes;

namespace PaymentAbstractions.Sandbox.Rebilly;

/// <summary>Writes a payment instrument in the format of the API, never with its complete number.</summary>
internal static class InstrumentJson
{
    public static JsonObject Of(InstrumentRecord instrument, RebillyWorld world)
    {
        var details = instrument.Details;
        var json = new JsonObject
        {
            ["id"] = instrument.Id,
            ["customerId"] = instrument.CustomerId,
            ["method"] = details.Method,
            ["status"] = StatusOf(instrument, world.Now),
            ["billingAddress"] = details.BillingAddress?.DeepClone(),
            ["useAsBackup"] = details.UseAsBackup,
            ["customFields"] = details.CustomFields?.DeepClone() ?? new JsonObject(),
            ["stickyGatewayAccountId"] = null,
            ["referenceData"] = new JsonObject(),
            ["revision"] = instrument.Revision,
            ["lastPaymentTime"] = TransactionJson.Time(instrument.LastPaymentTime),
            ["createdTime"] = TransactionJson.Time(instrument.CreatedTime),
            ["updatedTime"] = TransactionJson.Time(instrument.UpdatedTime),
            ["_links"] = new JsonArray(),
        };
        AddNumbers(json, details);
        if (details.Last4 is not null)
        {
            json["fingerprint"] = instrument.Fingerprint;
        }

        return json;
    }

    /// <summary>Adds the members of a card or an account that the API shows.</summary>
    public static void AddNumbers(JsonObject json, InstrumentDetails details)
    {
        if (details.Pan is { } pan)
        {
            json["bin"] = details.Bin;
            json["last4"] = details.Last4;
            json["brand"] = CardNumbers.BrandOf(pan);
            json["expMonth"] = details.ExpMonth;
            json["expYear"] = details.ExpYear;
        }

        if (details.AccountNumberType is { } type)
        {
            json["accountNumberType"] = type;
            json["last4"] = details.Last4;
            json["routingNumber"] = details.RoutingNumber;
            json["accountType"] = details.AccountType;
            json["bankName"] = details.BankName;
            json["bic"] = details.Bic;
        }
    }

    private static string StatusOf(InstrumentRecord instrument, DateTimeOffset now)
    {
        if (instrument.IsDeactivated)
        {
            return "deactivated";
        }

        var details = instrument.Details;
        if (details.Method != InstrumentDetails.Card)
        {
            return "active";
        }

        if ((details.ExpYear * 12) + details.ExpMonth < (now.Year * 12) + now.Month)
        {
            return "expired";
        }

        return instrument.IsProven ? "active" : "inactive";
    }
}
