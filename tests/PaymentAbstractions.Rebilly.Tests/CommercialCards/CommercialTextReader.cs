using System.Globalization;
using System.Text.Json;

namespace PaymentAbstractions.Rebilly.Tests.CommercialCards;

/// <summary>Reads the JSON text with only the knowledge that the README gives.</summary>
internal static class CommercialTextReader
{
    public static CommercialCardData Read(string text)
    {
        using var document = JsonDocument.Parse(text);
        var root = document.RootElement;
        Assert.Equal(1, root.GetProperty("version").GetInt32());
        var currency = Currency.Parse(root.GetProperty("currency").GetString()!);
        return new CommercialCardData
        {
            CustomerReference = Text(root, "customerReference"),
            InvoiceNumber = Text(root, "invoiceNumber"),
            OrderDate = Text(root, "orderDate") is { } date
                ? DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture)
                : null,
            Tax = root.TryGetProperty("tax", out var tax)
                ? new CommercialTax
                {
                    Amount = Amount(tax, "amount", currency),
                    Treatment = Word<TaxTreatment>(tax, "treatment"),
                    NationalAmount = Amount(tax, "nationalAmount", currency),
                    NationalRate = Number(tax, "nationalRate"),
                    Calculation = Word<TaxCalculation>(tax, "calculation"),
                }
                : null,
            Freight = Amount(root, "freight", currency),
            FreightTax = Amount(root, "freightTax", currency),
            FreightTaxRate = Number(root, "freightTaxRate"),
            Duty = Amount(root, "duty", currency),
            Discount = Amount(root, "discount", currency),
            DiscountTreatment = Word<DiscountTreatment>(root, "discountTreatment"),
            ShipTo = root.TryGetProperty("shipTo", out var address) ? Address(address) : null,
            ShipToStoredAddressId = Text(root, "shipToStoredAddressId"),
            ShipFromPostalCode = Text(root, "shipFromPostalCode"),
            MerchantTaxId = Text(root, "merchantTaxId"),
            MerchantVatNumber = Text(root, "merchantVatNumber"),
            CustomerVatNumber = Text(root, "customerVatNumber"),
            VatInvoiceReference = Text(root, "vatInvoiceReference"),
            SummaryCommodityCode = Text(root, "summaryCommodityCode"),
            RequesterName = Text(root, "requesterName"),
            AdviceTexts = root.TryGetProperty("adviceTexts", out var texts)
                ? [.. texts.EnumerateArray().Select(one => one.GetString()!)]
                : [],
            LineItems = root.TryGetProperty("lineItems", out var lines)
                ? [.. lines.EnumerateArray().Select(line => Line(line, currency))]
                : [],
        };
    }

    private static CommercialLineItem Line(JsonElement line, Currency currency) =>
        new()
        {
            ProductCode = Text(line, "productCode"),
            CommodityCode = Text(line, "commodityCode") is { } code
                ? new CommodityCode { Code = code, Scheme = Word<CommodityScheme>(line, "commodityScheme") }
                : null,
            Description = Text(line, "description"),
            Quantity = line.GetProperty("quantity").GetDecimal(),
            UnitOfMeasure = Text(line, "unitOfMeasure"),
            UnitOfMeasureScheme = Word<UnitOfMeasureScheme>(line, "unitOfMeasureScheme"),
            UnitPrice = new UnitPrice(line.GetProperty("unitPrice").GetDecimal(), currency),
            Discount = Amount(line, "discount", currency),
            DiscountRate = Number(line, "discountRate"),
            DiscountTreatment = Word<DiscountTreatment>(line, "discountTreatment"),
            Tax = Amount(line, "tax", currency),
            TaxRate = Number(line, "taxRate"),
            TaxType = Text(line, "taxType"),
            TaxIncluded = line.TryGetProperty("taxIncluded", out var included) && included.GetBoolean(),
            TaxTreatment = Word<TaxTreatment>(line, "taxTreatment"),
            Kind = Word<LineItemKind>(line, "kind"),
            PurchaseOrderNumber = Text(line, "purchaseOrderNumber"),
            CatalogNumber = Text(line, "catalogNumber"),
        };

    private static Address Address(JsonElement address) =>
        new()
        {
            FirstName = Text(address, "firstName"),
            LastName = Text(address, "lastName"),
            Organization = Text(address, "organization"),
            Line1 = Text(address, "line1"),
            Line2 = Text(address, "line2"),
            City = Text(address, "city"),
            Region = Text(address, "region"),
            PostalCode = Text(address, "postalCode"),
            Country = Text(address, "country"),
            Phone = Text(address, "phone"),
            Email = Text(address, "email"),
        };

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.GetString()! : null;

    private static decimal? Number(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.GetDecimal() : null;

    private static Money? Amount(JsonElement element, string name, Currency currency) =>
        Number(element, name) is { } amount ? new Money(amount, currency) : null;

    private static T Word<T>(JsonElement element, string name)
        where T : struct, Enum => Text(element, name) is { } word ? Enum.Parse<T>(word, ignoreCase: true) : default;
}
