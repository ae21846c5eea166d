using System.Text.Json;

namespace PaymentAbstractions.Rebilly.Wire;

/// <summary>Writes customers and payment instruments. Source: core API reference, customers and payment instruments.</summary>
internal static class VaultWriter
{
    public static void Customer(Utf8JsonWriter json, Customer customer, RebillyOptions options)
    {
        json.WriteString("websiteId", options.WebsiteId);
        AddressWriter.Write(json, "primaryAddress", customer.Address);
    }

    public static void Instrument(Utf8JsonWriter json, StorePaymentMethodRequest request)
    {
        if (request.PaymentMethod is TokenPaymentMethod token)
        {
            json.WriteString("customerId", request.CustomerId);
            json.WriteString("token", token.Token.Reveal());
        }
        else
        {
            InstructionWriter.WriteDetails(json, request.PaymentMethod, request.CustomerId, request.BillingAddress);
        }
    }
}
