using System.Text.Json;
using PaymentAbstractions.Adapters;

namespace PaymentAbstractions.VirtualTerminal;

/// <summary>Writes an address; there is no field for a country or an email address.</summary>
internal static class AddressWriter
{
    public static void Write(Utf8JsonWriter json, string name, Address? address)
    {
        if (address is null)
        {
            return;
        }

        json.WriteStartObject(name);
        json.Optional("Tag", ShippingTag.Of(address));
        json.Optional("Address1", address.Line1);
        json.Optional("Address2", address.Line2);
        json.Optional("City", address.City);
        json.Optional("State", address.Region);
        json.Optional("Postal", address.PostalCode);
        json.Optional("Phone", address.Phone);
        json.WriteEndObject();
    }
}
