using System.Text.Json;
using PaymentAbstractions.Adapters;
using PaymentAbstractions.Http;

namespace PaymentAbstractions.Rebilly.Wire;

/// <summary>Writes customers and payment instruments. Source: core API reference, customers and payment instruments.</summary>
internal static class VaultWriter
{
    // What a customer shows and takes; the address shows a hash beside it.
    private static readonly string[] Kept =
    [
        "websiteId",
        "primaryAddress",
        "customFields",
        "locale",
        "taxNumbers",
        "personId",
        "notificationEmails",
    ];

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

    public static void Update(Utf8JsonWriter json, UpdatePaymentMethodRequest request)
    {
        json.Optional("token", request.Token?.Reveal());
        if (request is { ExpiryMonth: { } month, ExpiryYear: { } year })
        {
            json.WriteNumber("expMonth", month);
            json.WriteNumber("expYear", year);
        }

        AddressWriter.Write(json, "billingAddress", request.BillingAddress);
    }

    /// <summary>The customer as an answer shows it, with another default instrument: nothing documents that what is left out stays.</summary>
    /// <returns>The request; <see langword="null"/> when the answer is no JSON object.</returns>
    public static ProviderRequest? WithDefault(string path, TransportAnswer shown, string instrumentId)
    {
        if (!shown.TryReadJsonBody(out var body))
        {
            return null;
        }

        var customer = JsonElement.Parse(body);
        return customer.ValueKind != JsonValueKind.Object
            ? null
            : ProviderRequest.Json(
                HttpMethod.Put,
                path,
                json =>
                {
                    foreach (var name in Kept)
                    {
                        if (
                            customer.TryGetProperty(name, out var value)
                            && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined)
                        )
                        {
                            json.WritePropertyName(name);
                            WriteWithoutHash(json, value);
                        }
                    }

                    json.WriteString("defaultPaymentInstrumentId", instrumentId);
                }
            );
    }

    private static void WriteWithoutHash(Utf8JsonWriter json, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            value.WriteTo(json);
            return;
        }

        json.WriteStartObject();
        foreach (var member in value.EnumerateObject().Where(member => !member.NameEquals("hash"u8)))
        {
            member.WriteTo(json);
        }

        json.WriteEndObject();
    }
}
