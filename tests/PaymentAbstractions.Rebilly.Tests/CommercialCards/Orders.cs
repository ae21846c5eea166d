namespace PaymentAbstractions.Rebilly.Tests.CommercialCards;

/// <summary>Orders whose total is <see cref="Some.Amount"/>, and one with every property that an order can have.</summary>
internal static class Orders
{
    public static readonly (string Key, string? Value)[] Field = [("CommercialDataCustomField", "level_data")];

    public static readonly (string Key, string? Value)[] LongField = [.. Field, ("MaxCommercialDataLength", "4000")];

    /// <summary>An order with an invoice number only, which reaches no level.</summary>
    public static CommercialCardData LevelOne => new() { InvoiceNumber = "INV-7" };

    public static CommercialCardData LevelTwo =>
        new()
        {
            CustomerReference = "PO-88",
            Tax = new CommercialTax { Amount = Some.Usd(1.01m), Treatment = TaxTreatment.Taxable },
        };

    /// <summary>The example in the README: 6.00 and 2.00 of goods, 1.01 of tax, 3.49 of freight.</summary>
    public static CommercialCardData LevelThree =>
        new()
        {
            CustomerReference = "PO-88",
            InvoiceNumber = "INV-7",
            OrderDate = new DateOnly(2026, 3, 1),
            Tax = new CommercialTax
            {
                Amount = Some.Usd(1.01m),
                Treatment = TaxTreatment.Taxable,
                Calculation = TaxCalculation.NetPerLine,
            },
            Freight = Some.Usd(3.49m),
            FreightTax = Some.Usd(0.30m),
            FreightTaxRate = 8.5m,
            Duty = Some.Usd(0),
            Discount = Some.Usd(0),
            ShipTo = new Address
            {
                City = "Springfield",
                Region = "IL",
                PostalCode = "62701",
                Country = "US",
            },
            ShipFromPostalCode = "10001",
            LineItems =
            [
                new CommercialLineItem
                {
                    ProductCode = "BOLT-10",
                    CommodityCode = new() { Code = "31161600", Scheme = CommodityScheme.Unspsc },
                    Description = "Steel bolt M10",
                    Quantity = 2,
                    UnitOfMeasure = "EA",
                    UnitOfMeasureScheme = UnitOfMeasureScheme.AnsiX12,
                    UnitPrice = new UnitPrice(3.00m, Currency.Usd),
                    NetAmount = Some.Usd(6.00m),
                    Discount = Some.Usd(0),
                    Tax = Some.Usd(0.53m),
                    TaxRate = 8.75m,
                    TaxTreatment = TaxTreatment.Taxable,
                },
                new CommercialLineItem
                {
                    ProductCode = "WIRE-2",
                    CommodityCode = new() { Code = "26121600", Scheme = CommodityScheme.Unspsc },
                    Description = "Copper wire 2 mm",
                    Quantity = 1.5m,
                    UnitOfMeasure = "FT",
                    UnitOfMeasureScheme = UnitOfMeasureScheme.AnsiX12,
                    UnitPrice = new UnitPrice(1.3334m, Currency.Usd),
                    Discount = Some.Usd(0),
                    Tax = Some.Usd(0.18m),
                    TaxRate = 8.75m,
                    TaxTreatment = TaxTreatment.Taxable,
                },
            ],
        };

    /// <summary>An order with every property set; the amounts do not add up.</summary>
    public static CommercialCardData Everything =>
        LevelThree with
        {
            Tax = new CommercialTax
            {
                Amount = Some.Usd(1.01m),
                Treatment = TaxTreatment.Taxable,
                NationalAmount = Some.Usd(0.50m),
                NationalRate = 4.25m,
                Calculation = TaxCalculation.NetPerLine,
            },
            DiscountTreatment = DiscountTreatment.TaxAfterDiscount,
            ShipTo = Some.Address with { Organization = "Acme", Line2 = "Dock 4" },
            ShipToStoredAddressId = "adr_1",
            MerchantTaxId = "12-3456789",
            MerchantVatNumber = "DE123456789",
            CustomerVatNumber = "FR123456789",
            VatInvoiceReference = "VAT-1",
            SummaryCommodityCode = "3116",
            RequesterName = "Ada Example",
            AdviceTexts = ["First line", "Second line"],
            LineItems =
            [
                LevelThree.LineItems[0] with
                {
                    DiscountRate = 0,
                    DiscountTreatment = DiscountTreatment.TaxBeforeDiscount,
                    TaxType = "VAT",
                    TaxIncluded = true,
                    Kind = LineItemKind.Service,
                    PurchaseOrderNumber = "PO-88/1",
                    CatalogNumber = "C-1",
                },
            ],
        };

    public static CommercialCardData AtLevel(int level) =>
        level switch
        {
            1 => LevelOne,
            2 => LevelTwo,
            _ => LevelThree,
        };

    /// <summary>The text in the custom field of a request body.</summary>
    public static string? FieldOf(WireRequest request) =>
        System.Text.Json.Nodes.JsonNode.Parse(request.Body)!["customFields"]?["level_data"]?.GetValue<string>();
}
