using System.Text.Json;
using PaymentAbstractions.Adapters;

namespace PaymentAbstractions.Rebilly.Wire;

/// <summary>Writes a contact. Source: core API reference, ContactObject: empty strings are refused, so they are omitted.</summary>
internal static class AddressWriter
{
    public static void Write(Utf8JsonWriter json, string name, Address? address)
    {
        if (address is null)
        {
            return;
        }

        json.WriteStartObject(name);
        json.Optional("firstName", address.FirstName);
        json.Optional("lastName", address.LastName);
        json.Optional("organization", address.Organization);
        json.Optional("address", address.Line1);
        json.Optional("address2", address.Line2);
        json.Optional("city", address.City);
        json.Optional("region", address.Region);
        json.Optional("country", address.Country);
        json.Optional("postalCode", address.PostalCode);
        Labelled(json, "phoneNumbers", address.Phone);
        Labelled(json, "emails", address.Email);
        json.WriteEndObject();
    }

    private static void Labelled(Utf8JsonWriter json, string name, string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            return;
        }

        json.WriteStartArray(name);
        json.WriteStartObject();
        json.WriteString("label", "main");
        json.WriteString("value", value);
        json.WriteBoolean("primary", true);
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
