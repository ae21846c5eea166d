using static PaymentAbstractions.CommercialCards.Tests.Orders;

namespace PaymentAbstractions.CommercialCards.Tests;

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
    [InlineData("N/A")]
    [InlineData("n.a.")]
    [InlineData("TBD")]
    [InlineData("*TEST*")]
    [InlineData("ＴＥＳＴ")]
    [InlineData("Test kit", false)]
    [InlineData("12345")]
    [InlineData("1234567890")]
    [InlineData("12346", false)]
    [InlineData("9999")]
    [InlineData("99999999")]
    [InlineData("Producto")]
    [InlineData("SERVIÇO")]
    [InlineData("προϊόν")]
    [InlineData("sản phẩm")]
    [InlineData("Produktschulung", false)]
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
    [InlineData("トナーカートリッジ", false)]
    [InlineData("茶", false)]
    [InlineData("𠮷", false)]
    [InlineData("책", false)]
    [InlineData("妈妈", false)]
    [InlineData("घी", false)]
    [InlineData("خرطوشة حبر", false)]
    [InlineData("Картридж", false)]
    [InlineData("墨盒", false)]
    [InlineData("ตลับหมึก", false)]
    [InlineData("Crème", false)]
    [InlineData("AAB", false)]
    [InlineData("xxxx")]
    [InlineData("Xx-xX")]
    [InlineData("111")]
    [InlineData("ああああ")]
    [InlineData("бббб")]
    [InlineData("ж")]
    [InlineData("ههههه")]
    [InlineData("กกก")]
    [InlineData("螺螺螺")]
    [InlineData("𝒳")]
    [InlineData("e\u0301e\u0301\u00e9")]
    [InlineData("ＸＸＸ")]
    [InlineData("٠٠٠")]
    [InlineData("０００")]
    [InlineData("。、・")]
    [InlineData("\ud83d\ude00")]
    [InlineData("商品")]
    [InlineData("「商品」")]
    [InlineData("ｻｰﾋﾞｽ")]
    [InlineData("ｉｔｅｍ")]
    [InlineData("Товар")]
    [InlineData("услуги")]
    [InlineData("منتج")]
    [InlineData("สินค้า")]
    [InlineData("服务")]
    [InlineData("商品券", false)]
    [InlineData("«Bolts & Nuts»")]
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
    [InlineData("9999", CommercialCardSeverity.Warning)]
    [InlineData("99999999", CommercialCardSeverity.Warning)]
    [InlineData("N/A", CommercialCardSeverity.Error)]
    [InlineData("test", CommercialCardSeverity.Error)]
    [InlineData("TBD", CommercialCardSeverity.Error)]
    [InlineData("12345", CommercialCardSeverity.Warning)]
    [InlineData("999", null)]
    [InlineData("1234", null)]
    [InlineData("12345A", null)]
    [InlineData("TEST-1", null)]
    public void An_invented_code_is_not_filler(string code, CommercialCardSeverity? severity)
    {
        (string Field, CommercialCardData Data)[] codes =
        [
            ("CustomerReference", Bolts with { CustomerReference = code }),
            ("InvoiceNumber", Bolts with { InvoiceNumber = code }),
            ("MerchantTaxId", Bolts with { MerchantTaxId = code }),
            ("MerchantVatNumber", Bolts with { MerchantVatNumber = code }),
            ("CustomerVatNumber", Bolts with { CustomerVatNumber = code }),
            ("VatInvoiceReference", Bolts with { VatInvoiceReference = code }),
            ("LineItems[0].ProductCode", Bolts.Lines(line => line with { ProductCode = code })),
            ("LineItems[0].CommodityCode", Bolts.Lines(line => line with { CommodityCode = code })),
            ("LineItems[0].PurchaseOrderNumber", Bolts.Lines(line => line with { PurchaseOrderNumber = code })),
            ("LineItems[0].CatalogNumber", Bolts.Lines(line => line with { CatalogNumber = code })),
        ];

        foreach (var (field, data) in codes)
        {
            var told = Validate(data).Where(finding => finding.Rule == CommercialCardRule.NoFiller);

            Assert.Equal(
                severity is { } one ? [(field, ExpectedOf(field, one))] : [],
                told.Select(finding => (finding.Field, finding.Severity))
            );
        }

        // In lists of commodities and tax numbers, codes of nines do not exist.
        CommercialCardSeverity ExpectedOf(string field, CommercialCardSeverity one) =>
            code.StartsWith("9999", StringComparison.Ordinal)
            && field is "MerchantTaxId" or "LineItems[0].CommodityCode"
                ? CommercialCardSeverity.Error
                : one;
    }

    [Theory]
    [InlineData("12345")]
    [InlineData("99999")]
    public void A_postal_code_and_the_id_of_an_address_may_look_like_filler(string code)
    {
        Assert.Empty(Validate(Bolts with { ShipFromPostalCode = code }));
        Assert.Empty(Validate(Bolts with { ShipTo = null, ShipToStoredAddressId = code }));
    }

    [Theory]
    [InlineData("99.99", "1099.99")]
    [InlineData("9999", "109999")]
    public void A_tax_of_nines_is_worth_a_look(string tax, string amount)
    {
        var data = new CommercialCardData { CustomerReference = "PO-88" }.Tax(
            decimal.Parse(tax, System.Globalization.CultureInfo.InvariantCulture)
        );

        var told = Validate(data, Money.Parse($"{amount} USD"));

        Assert.Equal(["Warning Tax.Amount NoFiller: data, or nothing | nines"], told.Select(finding => finding.Told()));
    }

    [Fact]
    public void A_requester_has_a_name() =>
        Assert.Equal(
            ["RequesterName"],
            Validate(Bolts with { RequesterName = "TBD" })
                .Where(finding => finding.Rule == CommercialCardRule.NoFiller)
                .Select(finding => finding.Field)
        );

    [Theory]
    [InlineData("株式会社ネジ", "株式会社ﾈｼﾞ")]
    [InlineData("Болты", "«болты»")]
    public void A_merchants_name_is_recognized_in_any_script(string merchant, string description)
    {
        var data = Bolts.Lines(line => line with { Description = description });

        Assert.Contains(Validate(data, merchant: merchant), finding => finding.Actual == "the name of the merchant");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public void Without_a_merchants_name_there_is_nothing_to_compare(string? merchant) =>
        Assert.Empty(Validate(Bolts, merchant: merchant));
}
