using System.Text.Json;
using PaymentAbstractions.Adapters;

namespace PaymentAbstractions.Rebilly.Wire;

/// <summary>Writes customers and payment instruments. Source: core API reference, customers and payment instruments.</summary>
internal static class VaultWriter
{
    // The members that a customer both shows and accepts.
    private static readonly string[] Kept =
    [
        "websiteId",
        PrimaryAddress,
        "preferredPayoutInstrumentId",
        "customFields",
        "locale",
        "taxNumbers",
        "personId",
        "notificationEmails",
    ];

    private const string PrimaryAddress = "primaryAddress";

    public static void Customer(Utf8JsonWriter json, Customer customer, RebillyOptions options)
    {
        json.WriteString("websiteId", options.WebsiteId);
        AddressWriter.Write(json, PrimaryAddress, customer.Address);
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

    /// <summary>
    /// Writes a customer back as an answer shows it, with the changes: it is not documented that a PUT keeps omitted members.
    /// </summary>
    /// <param name="json">The writer.</param>
    /// <param name="shown">The customer as the answer shows it.</param>
    /// <param name="address">The new address; <see langword="null"/> to keep the current one.</param>
    /// <param name="defaultId">The new default instrument; <see langword="null"/> to keep the current one.</param>
    public static void Changed(Utf8JsonWriter json, JsonElement shown, Address? address, string? defaultId)
    {
        foreach (var name in Kept)
        {
            if (name == PrimaryAddress && address is not null)
            {
                AddressWriter.Write(json, name, address);
            }
            else if (shown.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null)
            {
                json.WritePropertyName(name);
                WriteShown(json, value, isContact: name == PrimaryAddress);
            }
        }

        json.Optional("defaultPaymentInstrumentId", defaultId ?? DefaultOf(shown));
    }

    private static string? DefaultOf(JsonElement shown) =>
        shown.TryGetProperty("defaultPaymentInstrument", out var value)
        && value.ValueKind == JsonValueKind.Object
        && value.TryGetProperty("paymentInstrumentId", out var id)
        && id.ValueKind == JsonValueKind.String
            ? id.GetString()
            : null;

    // A contact also shows a hash, which it does not accept.
    private static void WriteShown(Utf8JsonWriter json, JsonElement value, bool isContact)
    {
        if (!isContact || value.ValueKind != JsonValueKind.Object)
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
