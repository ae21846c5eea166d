using System.Text.Json;

namespace PaymentAbstractions.Rebilly.Wire;

/// <summary>Writes a query for payment methods. Source: core API reference, ready to pay: riskMetadata is required and may be empty.</summary>
internal static class QueryWriter
{
    public static void Write(Utf8JsonWriter json, PaymentMethodQuery query, RebillyOptions options)
    {
        json.WriteString("websiteId", options.WebsiteId);
        json.WriteString("currency", query.Amount.Currency.Code);
        json.WriteNumber("amount", query.Amount.Amount);
        AddressWriter.Write(json, "billingAddress", query.BillingAddress);
        // The rules have already refused values that RiskWriter would omit.
        RiskWriter.Write(json, query.Shopper ?? new ShopperContext(), []);
        if (query.CustomerId is { } customer)
        {
            json.WriteString("customerId", customer);
        }
    }
}
