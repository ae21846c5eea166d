using static PaymentAbstractions.Tests.Orders;

namespace PaymentAbstractions.Tests;

public sealed class FillerTests
{
    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\u00a0\u00a0")]
    [InlineData("\t")]
    [InlineData("0")]
    [InlineData("0000")]
    [InlineData("0.00")]
    [InlineData("-")]
    [InlineData("N/A", false)]
    [InlineData("@@@")]
    [InlineData("$%&")]
    [InlineData("[]{}<>=~^|\\`")]
    [InlineData("(none)", false)]
    [InlineData("0A", false)]
    [InlineData("001", false)]
    [InlineData("x", true)]
    [InlineData(" x ", true)]
    [InlineData("7", true)]
    [InlineData("item")]
    [InlineData("Items")]
    [InlineData(" PRODUCT ")]
    [InlineData("products")]
    [InlineData("Service")]
    [InlineData("services")]
    [InlineData("misc")]
    [InlineData("Misc.")]
    [InlineData("* item *")]
    [InlineData("Miscellaneous")]
    [InlineData("Bolts & Nuts")]
    [InlineData(" BOLTS & NUTS ")]
    [InlineData("Bolts", false)]
    [InlineData("Service contract", false)]
    [InlineData("Item 5", false)]
    [InlineData("Miscellaneous bolts", false)]
    [InlineData("螺栓", false)]
    [InlineData("𠮷野", false)]
    public void A_description_says_what_is_sold(string description, bool isFiller = true)
    {
        var data = Bolts.Lines(line => line with { Description = description });

        var told = Validate(data, merchant: "Bolts & Nuts")
            .Where(finding => finding.Rule == CommercialCardRule.NoFiller)
            .ToList();

        Assert.Equal(isFiller ? ["LineItems[0].Description"] : [], told.Select(finding => finding.Field));
        Assert.All(told, finding => Assert.Equal(CommercialCardSeverity.Error, finding.Severity));
    }

    [Theory]
    [InlineData("0", true)]
    [InlineData("000000000000", true)]
    [InlineData("--", true)]
    [InlineData("", true)]
    [InlineData(" ", true)]
    [InlineData("x", false)]
    [InlineData("10", false)]
    [InlineData("item", false)]
    public void A_code_is_not_blank_and_not_only_zeros(string code, bool isFiller)
    {
        (string Field, CommercialCardData Data)[] codes =
        [
            ("CustomerReference", Bolts with { CustomerReference = code }),
            ("InvoiceNumber", Bolts with { InvoiceNumber = code }),
            ("MerchantTaxId", Bolts with { MerchantTaxId = code }),
            ("MerchantVatNumber", Bolts with { MerchantVatNumber = code }),
            ("VatInvoiceReference", Bolts with { VatInvoiceReference = code }),
            ("ShipFromPostalCode", Bolts with { ShipFromPostalCode = code }),
            ("LineItems[0].ProductCode", Bolts.Lines(line => line with { ProductCode = code })),
            ("LineItems[0].CommodityCode", Bolts.Lines(line => line with { CommodityCode = code })),
            ("LineItems[0].UnitOfMeasure", Bolts.Lines(line => line with { UnitOfMeasure = code })),
            ("LineItems[0].PurchaseOrderNumber", Bolts.Lines(line => line with { PurchaseOrderNumber = code })),
            ("LineItems[0].CatalogNumber", Bolts.Lines(line => line with { CatalogNumber = code })),
        ];

        foreach (var (field, data) in codes)
        {
            var told = Validate(data).Where(finding => finding.Rule == CommercialCardRule.NoFiller);

            Assert.Equal(isFiller ? [field] : [], told.Select(finding => finding.Field));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public void Without_a_merchants_name_there_is_nothing_to_compare(string? merchant) =>
        Assert.Empty(Validate(Bolts, merchant: merchant));
}
