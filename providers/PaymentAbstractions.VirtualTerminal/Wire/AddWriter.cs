using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace PaymentAbstractions.VirtualTerminal.Wire;

/// <summary>
/// Writes the bodies of <c>transaction/add</c>: exactly the fields of the level. The provider takes the level from the fields
/// that are there, and a null or a zero would lift it.
/// </summary>
/// <remarks>Source: the page on submitting a stored transaction. Description is not on it; clients send it and get it back.</remarks>
internal static class AddWriter
{
    public static ReadOnlyMemory<byte> Write(AddOrder order, VirtualTerminalAccount account)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("ApiKey", account.Options.ApiKey!.Reveal());
            json.WriteString("MID", account.Options.MerchantId);
            json.WriteString("TransactionType", Vocabulary.TypeOf(order.Type));
            json.WriteNumber("Amount", order.Amount.Amount);
            var data = order.Data;
            if (data.Level >= CommercialDataLevel.LevelII)
            {
                json.WriteNumber("TaxAmount", data.Tax.Amount);
                json.WriteNumber("ShippingAmount", data.Freight.Amount);
                json.WriteString("CustomerPONumber", data.CustomerReference);
            }

            json.WriteNumber("CustomerId", order.CustomerId);
            json.WriteNumber("PaymentMethodId", order.PaymentMethodId);
            if (data.Level == CommercialDataLevel.LevelIII)
            {
                WriteShipping(json, data, account.Options);
                WriteLines(json, data.Lines);
            }

            json.WriteString("Description", order.Description);
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    private static void WriteShipping(Utf8JsonWriter json, DataPlan data, VirtualTerminalOptions options)
    {
        if (data.ShipToStoredAddressId is { } stored)
        {
            json.WriteNumber("ShippingId", VirtualTerminalIds.Parse(stored));
            return;
        }

        var address = data.ShipTo!;
        json.WriteNumber("ShippingId", options.NewShippingAddressId);
        json.WriteBoolean("SaveNewShippingAddress", options.SaveNewShippingAddress);
        json.WriteStartObject("ShippingAddress");
        Optional(json, "Tag", ShippingTag.Of(address));
        Optional(json, "Address1", address.Line1);
        Optional(json, "Address2", address.Line2);
        Optional(json, "City", address.City);
        Optional(json, "State", address.Region);
        Optional(json, "Postal", address.PostalCode);
        Optional(json, "Phone", address.Phone);
        json.WriteEndObject();
    }

    private static void WriteLines(Utf8JsonWriter json, ValueList<PlannedLine> lines)
    {
        json.WriteStartArray("LineItems");
        foreach (var line in lines)
        {
            json.WriteStartObject();
            json.WriteString("ProductCode", line.ProductCode);
            json.WritePropertyName("Quantity");
            json.WriteRawValue(line.Quantity.ToString("0.####", CultureInfo.InvariantCulture));
            json.WriteNumber("Price", line.Price);
            json.WriteEndObject();
        }

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
