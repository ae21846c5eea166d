namespace PaymentAbstractions.Conventions;

/// <summary>One field of commercial card data: how an order looks without it and with it.</summary>
/// <param name="Name">The path as in <see cref="CommercialCardData.GivenFields"/>.</param>
/// <param name="With">Sets a value that is not empty; the amount is adjusted.</param>
/// <param name="Without">Removes the value; nothing else changes except the amount.</param>
internal sealed record CommercialField(
    string Name,
    Func<CommercialCardData, CommercialCardData> With,
    Func<CommercialCardData, CommercialCardData> Without
)
{
    /// <summary>A complete order whose amounts add up; everything that is added to the amount is zero.</summary>
    public static CommercialCardData Order { get; } =
        new CommercialCardBuilder(Currency.Usd)
            .ForCustomer("PO-88")
            .Ship(
                "10001",
                new Address
                {
                    FirstName = "Dock",
                    LastName = "Four",
                    Line1 = "1 Elm St",
                    City = "Troy",
                    Region = "NY",
                    PostalCode = "12180",
                    Country = "US",
                }
            )
            .AddLine("BOLT-10", "31161600", "Steel bolt M10", quantity: 2, unitPrice: 40m)
            .WithTax(6.60m)
            .WithFreight(10m)
            .Build()
            .Data;

    /// <summary>Every field, in the order of the model.</summary>
    public static IReadOnlyList<CommercialField> All { get; } =
    [
        new("CustomerReference", data => data, data => data with { CustomerReference = null }),
        Text("InvoiceNumber", (data, text) => data with { InvoiceNumber = text }),
        new(
            "OrderDate",
            data => data with { OrderDate = new DateOnly(2026, 1, 5) },
            data => data with { OrderDate = null }
        ),
        new("Tax.Amount", data => data, data => data with { Tax = null }),
        Tax("Tax.Treatment", tax => tax with { Treatment = TaxTreatment.Taxable }, NoTreatment),
        Tax("Tax.NationalAmount", tax => tax with { NationalAmount = Money.Usd(1m) }, tax => tax),
        Tax("Tax.NationalRate", tax => tax with { NationalRate = 5m }, tax => tax),
        Tax("Tax.Calculation", tax => tax with { Calculation = TaxCalculation.NetPerInvoice }, NoTreatment),
        new("Freight", data => data, data => data with { Freight = null }),
        new("FreightTax", data => data with { FreightTax = Money.Usd(0.50m) }, data => data),
        new("FreightTaxRate", data => data with { FreightTaxRate = 5m }, data => data),
        new("Duty", data => data with { Duty = Money.Usd(3m) }, data => data with { Duty = null }),
        new("Discount", data => data with { Discount = Money.Usd(3m) }, data => data with { Discount = null }),
        new(
            "DiscountTreatment",
            data => data with { Discount = Money.Usd(3m), DiscountTreatment = DiscountTreatment.TaxAfterDiscount },
            data => data
        ),
        ShipTo("FirstName", (address, text) => address with { FirstName = text }, "Dock"),
        ShipTo("LastName", (address, text) => address with { LastName = text }, "Four"),
        ShipTo("Organization", (address, text) => address with { Organization = text }, "Contoso"),
        ShipTo("Line1", (address, text) => address with { Line1 = text }, "1 Elm St"),
        ShipTo("Line2", (address, text) => address with { Line2 = text }, "Gate 2"),
        ShipTo("City", (address, text) => address with { City = text }, "Troy"),
        ShipTo("Region", (address, text) => address with { Region = text }, "NY"),
        ShipTo("PostalCode", (address, text) => address with { PostalCode = text }, "12180"),
        ShipTo("Country", (address, text) => address with { Country = text }, "US"),
        ShipTo("Phone", (address, text) => address with { Phone = text }, "5185550100"),
        ShipTo("Email", (address, text) => address with { Email = text }, "dock@example.com"),
        new("ShipToStoredAddressId", data => data with { ShipTo = null, ShipToStoredAddressId = "3001" }, data => data),
        new("ShipFromPostalCode", data => data, data => data with { ShipFromPostalCode = null }),
        Text("MerchantTaxId", (data, text) => data with { MerchantTaxId = text }),
        Text("MerchantVatNumber", (data, text) => data with { MerchantVatNumber = text }),
        Text("CustomerVatNumber", (data, text) => data with { CustomerVatNumber = text }),
        Text("VatInvoiceReference", (data, text) => data with { VatInvoiceReference = text }),
        Text("SummaryCommodityCode", (data, text) => data with { SummaryCommodityCode = text?[..4] }),
        Text("RequesterName", (data, text) => data with { RequesterName = text }),
        new("AdviceTexts", data => data with { AdviceTexts = ["Thank you"] }, data => data),
        Line("ProductCode", line => line, line => line with { ProductCode = null }),
        Line("CommodityCode", line => line, line => line with { CommodityCode = null }),
        Line(
            "CommodityCode.Scheme",
            line => line with { CommodityCode = line.CommodityCode! with { Scheme = CommodityScheme.Unspsc } },
            line => line
        ),
        Line("Description", line => line, line => line with { Description = null }),
        new("LineItems[*].Quantity", data => data, data => data with { LineItems = [] }),
        Line("UnitOfMeasure", line => line, line => line with { UnitOfMeasure = null }),
        Line(
            "UnitOfMeasureScheme",
            line => line with { UnitOfMeasureScheme = UnitOfMeasureScheme.AnsiX12 },
            line => line
        ),
        new("LineItems[*].UnitPrice", data => data, data => data with { LineItems = [] }),
        Line("Discount", line => line with { Discount = Money.Usd(2m) }, line => line with { Discount = null }),
        Line("DiscountRate", line => line with { Discount = Money.Usd(8m), DiscountRate = 10m }, line => line),
        Line(
            "DiscountTreatment",
            line => line with { Discount = Money.Usd(8m), DiscountTreatment = DiscountTreatment.TaxAfterDiscount },
            line => line
        ),
        Line("Tax", line => line with { Tax = Money.Usd(6.60m) }, line => line),
        Line("TaxRate", line => line with { TaxRate = 8.25m }, line => line),
        Line("TaxType", line => line with { TaxType = "VAT" }, line => line),
        new(
            "LineItems[*].TaxIncluded",
            data => NoCalculation(data) with { LineItems = [data.LineItems[0] with { TaxIncluded = true }] },
            data => data
        ),
        Line("TaxTreatment", line => line with { TaxTreatment = TaxTreatment.Exempt }, line => line),
        Line("Kind", line => line with { Kind = LineItemKind.Service }, line => line),
        Line("PurchaseOrderNumber", line => line with { PurchaseOrderNumber = "PO-88-1" }, line => line),
        Line("CatalogNumber", line => line with { CatalogNumber = "CAT-7" }, line => line),
    ];

    private static CommercialTax NoTreatment(CommercialTax tax) => new() { Amount = tax.Amount };

    private static CommercialCardData NoCalculation(CommercialCardData data) =>
        data with
        {
            Tax = NoTreatment(data.Tax!),
        };

    private static CommercialField Text(string name, Func<CommercialCardData, string?, CommercialCardData> set) =>
        new(name, data => set(data, "X1234567"), data => set(data, null));

    private static CommercialField Tax(
        string name,
        Func<CommercialTax, CommercialTax> given,
        Func<CommercialTax, CommercialTax> missing
    ) =>
        new(
            name,
            data => data with { Tax = given(NoTreatment(data.Tax!)) },
            data => data with { Tax = missing(NoTreatment(data.Tax!)) }
        );

    private static CommercialField ShipTo(string name, Func<Address, string?, Address> set, string value) =>
        new(
            $"ShipTo.{name}",
            data => data with { ShipTo = set(data.ShipTo!, value) },
            data => data with { ShipTo = set(data.ShipTo!, null) }
        );

    private static CommercialField Line(
        string name,
        Func<CommercialLineItem, CommercialLineItem> given,
        Func<CommercialLineItem, CommercialLineItem> missing
    ) =>
        new(
            $"LineItems[*].{name}",
            data => data with { LineItems = [given(data.LineItems[0] with { NetAmount = null })] },
            data => data with { LineItems = [missing(data.LineItems[0] with { NetAmount = null })] }
        );
}
