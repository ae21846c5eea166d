using System.Buffers;
using System.Text;
using System.Text.Json;
using static PaymentAbstractions.Rebilly.CommercialDataMembers;

namespace PaymentAbstractions.Rebilly;

/// <summary>
/// Writes commercial card data as the JSON text of the custom field. The README documents the format, and readers of the field rely on it,
/// so any change other than a new member requires a new version.
/// </summary>
/// <remarks>The text is ASCII; all other characters are escaped, so that no system on the way can corrupt them.</remarks>
internal static class CommercialDataText
{
    private const int Version = 1;

    public static string Of(CommercialCardData data, Currency currency)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("version", Version);
            json.WriteString("currency", currency.Code);
            WriteOrder(json, data);
            WriteShipping(json, data);
            WriteParties(json, data);
            WriteLines(json, data.LineItems);
            json.WriteEndObject();
        }

        return Encoding.ASCII.GetString(buffer.WrittenSpan);
    }

    private static void WriteOrder(Utf8JsonWriter json, CommercialCardData data)
    {
        Text(json, "customerReference", data.CustomerReference);
        Text(json, "invoiceNumber", data.InvoiceNumber);
        if (data.OrderDate is { } date)
        {
            json.WriteString("orderDate", date.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        }

        if (data.Tax is { } tax)
        {
            json.WriteStartObject("tax");
            Amount(json, "amount", tax.Amount);
            Word(json, "treatment", tax.Treatment);
            Amount(json, "nationalAmount", tax.NationalAmount);
            Rate(json, "nationalRate", tax.NationalRate);
            Word(json, "calculation", tax.Calculation);
            json.WriteEndObject();
        }

        Amount(json, "freight", data.Freight);
        Amount(json, "freightTax", data.FreightTax);
        Rate(json, "freightTaxRate", data.FreightTaxRate);
        Amount(json, "duty", data.Duty);
        Amount(json, "discount", data.Discount);
        Word(json, "discountTreatment", data.DiscountTreatment);
    }

    private static void WriteShipping(Utf8JsonWriter json, CommercialCardData data)
    {
        if (data.ShipTo is { } address && address != new Address())
        {
            json.WriteStartObject("shipTo");
            Text(json, "firstName", address.FirstName);
            Text(json, "lastName", address.LastName);
            Text(json, "organization", address.Organization);
            Text(json, "line1", address.Line1);
            Text(json, "line2", address.Line2);
            Text(json, "city", address.City);
            Text(json, "region", address.Region);
            Text(json, "postalCode", address.PostalCode);
            Text(json, "country", address.Country);
            Text(json, "phone", address.Phone);
            Text(json, "email", address.Email);
            json.WriteEndObject();
        }

        Text(json, "shipToStoredAddressId", data.ShipToStoredAddressId);
        Text(json, "shipFromPostalCode", data.ShipFromPostalCode);
    }

    private static void WriteParties(Utf8JsonWriter json, CommercialCardData data)
    {
        Text(json, "merchantTaxId", data.MerchantTaxId);
        Text(json, "merchantVatNumber", data.MerchantVatNumber);
        Text(json, "customerVatNumber", data.CustomerVatNumber);
        Text(json, "vatInvoiceReference", data.VatInvoiceReference);
        Text(json, "summaryCommodityCode", data.SummaryCommodityCode);
        Text(json, "requesterName", data.RequesterName);
        if (data.AdviceTexts.Count > 0)
        {
            json.WriteStartArray("adviceTexts");
            foreach (var text in data.AdviceTexts)
            {
                json.WriteStringValue(text);
            }

            json.WriteEndArray();
        }
    }

    private static void WriteLines(Utf8JsonWriter json, ValueList<CommercialLineItem> lines)
    {
        if (lines.Count == 0)
        {
            return;
        }

        json.WriteStartArray("lineItems");
        foreach (var line in lines)
        {
            WriteLine(json, line);
        }

        json.WriteEndArray();
    }

    private static void WriteLine(Utf8JsonWriter json, CommercialLineItem line)
    {
        json.WriteStartObject();
        Text(json, "productCode", line.ProductCode);
        Text(json, "commodityCode", line.CommodityCode?.Code);
        Word(json, "commodityScheme", line.CommodityCode?.Scheme ?? default);
        Text(json, "description", line.Description);
        json.WriteNumber("quantity", line.Quantity);
        Text(json, "unitOfMeasure", line.UnitOfMeasure);
        Word(json, "unitOfMeasureScheme", line.UnitOfMeasureScheme);
        json.WriteNumber("unitPrice", line.UnitPrice.Amount);
        Amount(json, "discount", line.Discount);
        Rate(json, "discountRate", line.DiscountRate);
        Word(json, "discountTreatment", line.DiscountTreatment);
        Amount(json, "tax", line.Tax);
        Rate(json, "taxRate", line.TaxRate);
        Text(json, "taxType", line.TaxType);
        if (line.TaxIncluded)
        {
            json.WriteBoolean("taxIncluded", true);
        }

        Word(json, "taxTreatment", line.TaxTreatment);
        Word(json, "kind", line.Kind);
        Text(json, "purchaseOrderNumber", line.PurchaseOrderNumber);
        Text(json, "catalogNumber", line.CatalogNumber);
        json.WriteEndObject();
    }
}
