using System.Text.Json;

namespace PaymentAbstractions.Rebilly.Wire;

/// <summary>Writes a contact. Source: core API reference, ContactObject: empty strings are refused, so they are left out.</summary>
internal static class AddressWriter
{
    public static void Write(Utf8JsonWriter json, string name, Address? address)
    {
        if (address is null)
        {
            return;
        }

        json.WriteStartObject(name);
        Optional(json, "firstName", address.FirstName);
        Optional(json, "lastName", address.LastName);
        Optional(json, "organization", address.Organization);
        Optional(json, "address", address.Line1);
        Optional(json, "address2", address.Line2);
        Optional(json, "city", address.City);
        Optional(json, "region", address.Region);
        Optional(json, "country", address.Country);
        Optional(json, "postalCode", address.PostalCode);
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

    private static void Optional(Utf8JsonWriter json, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            json.WriteString(name, value);
        }
    }
}
