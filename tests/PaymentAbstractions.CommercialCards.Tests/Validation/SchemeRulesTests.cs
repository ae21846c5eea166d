using static PaymentAbstractions.CommercialCards.Tests.Orders;

namespace PaymentAbstractions.CommercialCards.Tests;

public sealed class SchemeRulesTests
{
    public static TheoryData<string> Limited => ["Visa", "Mastercard", "American Express"];

    [Fact]
    public void Limits_are_those_of_the_reference()
    {
        Assert.Equal(
            [
                ("Visa", 25, 26, 12, 12, 12, 99),
                ("Mastercard", 25, 35, 3, 9, 9, 998),
                ("American Express", 17, 40, 2, 12, 12, null),
            ],
            CommercialCardSchemeLimits.All.Select<CommercialCardSchemeLimits, (string, int, int, int, int, int, int?)>(
                limits =>
                    (
                        limits.Brand.Value,
                        limits.CustomerReferenceLength,
                        limits.DescriptionLength,
                        limits.UnitOfMeasureLength,
                        limits.FreightDigits,
                        limits.LineAmountDigits,
                        limits.LineItems
                    )
            )
        );
    }

    [Fact]
    public void Limits_are_found_by_brand_in_any_spelling()
    {
        Assert.Same(CommercialCardSchemeLimits.Visa, CommercialCardSchemeLimits.Of(CardBrand.FromProvider("VISA")));
        Assert.Same(
            CommercialCardSchemeLimits.AmericanExpress,
            CommercialCardSchemeLimits.Of(CardBrand.FromProvider("amex"))
        );
        Assert.Null(CommercialCardSchemeLimits.Of(CardBrand.Discover));
        Assert.Null(CommercialCardSchemeLimits.Of(default));
    }

    [Theory]
    [MemberData(nameof(Limited))]
    public void A_value_at_the_limit_of_the_scheme_is_valid(string name)
    {
        var limits = CommercialCardSchemeLimits.Of(CardBrand.FromProvider(name))!;

        var told = Validate(AtTheLimits(limits, more: 0), brand: limits.Brand);

        Assert.DoesNotContain(told, finding => finding.Rule == CommercialCardRule.SchemeLimit);
    }

    [Theory]
    [MemberData(nameof(Limited))]
    public void A_longer_value_is_an_error_for_a_known_scheme_and_a_warning_for_an_unknown_one(string name)
    {
        var limits = CommercialCardSchemeLimits.Of(CardBrand.FromProvider(name))!;
        var data = AtTheLimits(limits, more: 1);
        string[] fields =
        [
            "CustomerReference",
            "Duty",
            "Freight",
            "LineItems[0].Description",
            "LineItems[0].Discount",
            "LineItems[0].Tax",
            "LineItems[0].UnitOfMeasure",
        ];

        var known = Of(Validate(data, brand: limits.Brand));
        var unknown = Of(Validate(data)).Where(finding => finding.Message.Contains(name, StringComparison.Ordinal));

        Assert.Equal(fields, Fields(known));
        Assert.Equal(fields, Fields(unknown));
        Assert.All(known, finding => Assert.Equal(CommercialCardSeverity.Error, finding.Severity));
        Assert.All(unknown, finding => Assert.Equal(CommercialCardSeverity.Warning, finding.Severity));

        static IEnumerable<string> Fields(IEnumerable<CommercialCardFinding> findings) =>
            findings.Select(finding => finding.Field).Order(StringComparer.Ordinal);

        static IReadOnlyList<CommercialCardFinding> Of(IEnumerable<CommercialCardFinding> findings) =>
            [.. findings.Where(finding => finding.Rule == CommercialCardRule.SchemeLimit)];
    }

    [Theory]
    [InlineData("31A61600", "Visa", CommercialCardSeverity.Warning)]
    [InlineData("31A61600", "", CommercialCardSeverity.Warning)]
    [InlineData("31A61600", "Mastercard", null)]
    [InlineData("31161600", "Visa", null)]
    public void Commodity_codes_of_other_than_digits_are_worth_a_look_at_Visa(
        string code,
        string brand,
        CommercialCardSeverity? severity
    )
    {
        var data = Bolts.Lines(line => line with { CommodityCode = code });

        var told = Validate(data, brand: CardBrand.FromProvider(brand));

        Assert.Equal(severity is { } one ? [one] : [], told.Select(finding => finding.Severity));
        Assert.All(told, finding => Assert.Equal("LineItems[0].CommodityCode", finding.Field));
    }

    [Theory]
    [InlineData("31161600", CommodityScheme.Unspsc, true)]
    [InlineData("3116", CommodityScheme.Unspsc, false)]
    [InlineData("847130", CommodityScheme.HarmonizedSystem, true)]
    [InlineData("8471.30", CommodityScheme.HarmonizedSystem, true)]
    [InlineData("84713001", CommodityScheme.HarmonizedSystem, false)]
    [InlineData("8471.30.0100", CommodityScheme.UsHarmonizedTariff, true)]
    [InlineData("8471.30", CommodityScheme.UsHarmonizedTariff, false)]
    [InlineData("204", CommodityScheme.Nigp, true)]
    [InlineData("204-54", CommodityScheme.Nigp, true)]
    [InlineData("204-54-00", CommodityScheme.Nigp, true)]
    [InlineData("20454001234", CommodityScheme.Nigp, true)]
    [InlineData("2045", CommodityScheme.Nigp, false)]
    [InlineData("204-AB", CommodityScheme.Nigp, false)]
    [InlineData("anything", CommodityScheme.Naics, true)]
    [InlineData("anything", CommodityScheme.NotProvided, true)]
    public void A_commodity_code_has_the_form_of_its_catalog(string code, CommodityScheme scheme, bool isRight)
    {
        var data = Bolts.Lines(line =>
            line with
            {
                CommodityCode = new() { Code = code, Scheme = scheme },
            }
        );

        var told = Validate(data, brand: CardBrand.Mastercard);

        Assert.Equal(
            isRight ? [] : [(CommercialCardSeverity.Warning, CommercialCardRule.CommodityCodeForm)],
            told.Select(finding => (finding.Severity, finding.Rule))
        );
        Assert.DoesNotContain(
            Validate(data, brand: CardBrand.Visa),
            finding => finding.Severity == CommercialCardSeverity.Error
        );
    }

    [Fact]
    public void Visa_wants_the_discount_of_each_line_zero_included()
    {
        var data = Bolts.Lines(line => line with { Discount = null });

        var finding = Assert.Single(Validate(data, brand: CardBrand.Visa));

        Assert.Equal(
            (CommercialCardSeverity.Warning, CommercialCardRule.SchemeCarriesData, "LineItems[0].Discount"),
            (finding.Severity, finding.Rule, finding.Field)
        );
        Assert.Empty(Validate(data, brand: CardBrand.Mastercard));
    }

    [Fact]
    public void Discover_and_american_express_carry_less_which_is_worth_knowing()
    {
        var discover = Assert.Single(Validate(Bolts, brand: CardBrand.Discover));
        var amex = Assert.Single(Validate(Bolts, brand: CardBrand.AmericanExpress));

        Assert.Equal(
            (CommercialCardSeverity.Info, CommercialCardRule.SchemeCarriesData, "CommercialCardData"),
            (discover.Severity, discover.Rule, discover.Field)
        );
        Assert.Equal(
            (CommercialCardSeverity.Info, CommercialCardRule.SchemeCarriesData, "LineItems"),
            (amex.Severity, amex.Rule, amex.Field)
        );
        Assert.Empty(Validate(Bolts with { LineItems = [] }, brand: CardBrand.AmericanExpress));
        Assert.Empty(Validate(Bolts, brand: CardBrand.Jcb));
    }

    [Fact]
    public void More_lines_than_a_known_scheme_is_documented_to_take_are_a_warning()
    {
        var data = Order([.. Enumerable.Range(1, 100).Select(i => Line($"P{i}", 1m, 1m))]).Exempt();

        var told = Assert.Single(Validate(data, Money.Usd(100m), brand: CardBrand.Visa));

        Assert.Equal(
            (CommercialCardSeverity.Warning, "LineItems", "100 lines"),
            (told.Severity, told.Field, told.Actual)
        );
        Assert.Empty(Validate(data, Money.Usd(100m), brand: CardBrand.Mastercard));
        Assert.Empty(Validate(data, Money.Usd(100m)));
    }

    [Fact]
    public void Sums_of_an_order_have_twelve_digits_at_every_scheme()
    {
        var most = Money.Usd(9_999_999_999.99m);
        var data = Bolts with
        {
            Tax = new CommercialTax { Amount = most },
            Discount = most,
        };
        var more = data with
        {
            Tax = new CommercialTax { Amount = most + Money.Usd(0.01m) },
            Discount = most + Money.Usd(0.01m),
        };

        Assert.DoesNotContain(Limits(data), field => field is "Tax.Amount" or "Discount");
        Assert.Equal(["Discount", "Tax.Amount"], Limits(more));

        static IEnumerable<string> Limits(CommercialCardData data) =>
            Validate(data, brand: CardBrand.Mastercard)
                .Where(finding => finding.Rule == CommercialCardRule.SchemeLimit)
                .Select(finding => finding.Field);
    }

    private static CommercialCardData AtTheLimits(CommercialCardSchemeLimits limits, int more)
    {
        var amount = Money.FromMinorUnits(Power(limits.LineAmountDigits) - 1 + more, Currency.Usd);
        var freight = Money.FromMinorUnits(Power(limits.FreightDigits) - 1 + more, Currency.Usd);
        return Bolts.Lines(line =>
            line with
            {
                Description = "8".PadLeft(limits.DescriptionLength + more, '7'),
                UnitOfMeasure = new string('E', limits.UnitOfMeasureLength + more),
                Tax = amount,
                Discount = amount,
            }
        ) with
        {
            CustomerReference = new string('7', limits.CustomerReferenceLength + more),
            Freight = freight,
            Duty = freight,
        };

        static long Power(int digits) => Enumerable.Repeat(10L, digits).Aggregate(1L, (left, right) => left * right);
    }
}
