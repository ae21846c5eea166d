using PaymentAbstractions.Tests;
using static PaymentAbstractions.CommercialCards.Tests.Orders;

namespace PaymentAbstractions.CommercialCards.Tests;

public sealed class RuleTests
{
    private const CommercialCardSeverity Error = CommercialCardSeverity.Error;
    private const CommercialCardSeverity Warning = CommercialCardSeverity.Warning;

    // Each case makes one change to a valid order; the examples test the rules of sums.
    private static readonly Case[] Cases =
    [
        new(CommercialCardRule.HasValue, Error, "Freight", Bolts with { Freight = default(Money) }),
        new(CommercialCardRule.HasValue, Error, "Tax.Amount", Bolts with { Tax = new() { Amount = default(Money) } }),
        new(CommercialCardRule.HasValue, Error, "LineItems[1]", Bolts with { LineItems = [Bolts.LineItems[0], null!] }),
        new(
            CommercialCardRule.HasValue,
            Error,
            "LineItems[0].UnitPrice",
            Line(line => line with { UnitPrice = default })
        ),
        new(CommercialCardRule.HasValue, Error, "AdviceTexts[1]", Bolts with { AdviceTexts = ["Thank you", null!] }),
        new(
            CommercialCardRule.Length,
            Error,
            "AdviceTexts",
            Bolts with
            {
                AdviceTexts = ["a1", "b2", "c3", "d4", "e5"],
            }
        ),
        new(CommercialCardRule.Length, Error, "AdviceTexts[0]", Bolts with { AdviceTexts = [Long(41)] }),
        new(CommercialCardRule.Length, Error, "CustomerReference", Bolts with { CustomerReference = Long(128) }),
        new(CommercialCardRule.Length, Warning, "CustomerReference", Bolts with { CustomerReference = Long(18) }),
        new(CommercialCardRule.Length, Warning, "InvoiceNumber", Bolts with { InvoiceNumber = Long(16) }),
        new(CommercialCardRule.Length, Error, "InvoiceNumber", Bolts with { InvoiceNumber = Long(26) }),
        new(CommercialCardRule.Length, Error, "SummaryCommodityCode", Bolts with { SummaryCommodityCode = "31161" }),
        new(CommercialCardRule.Length, Error, "RequesterName", Bolts with { RequesterName = Long(39) }),
        new(CommercialCardRule.Length, Error, "CustomerVatNumber", Bolts with { CustomerVatNumber = Long(14) }),
        new(
            CommercialCardRule.Length,
            Warning,
            "LineItems[0].ProductCode",
            Line(line => line with { ProductCode = Long(13) })
        ),
        new(CommercialCardRule.Length, Error, "LineItems[0].TaxType", Line(line => line with { TaxType = "VATAX" })),
        new(
            CommercialCardRule.Length,
            Error,
            "LineItems[0].Description",
            Line(line => line with { Description = Long(1025) })
        ),
        new(CommercialCardRule.Characters, Error, "CustomerReference", Bolts with { CustomerReference = " PO-88" }),
        new(CommercialCardRule.Characters, Error, "CustomerReference", Bolts with { CustomerReference = "PO-88 " }),
        new(CommercialCardRule.Characters, Error, "InvoiceNumber", Bolts with { InvoiceNumber = "Rechnung-ä" }),
        new(CommercialCardRule.Characters, Error, "RequesterName", Bolts with { RequesterName = "Ada\r\nLovelace" }),
        new(CommercialCardRule.Characters, Error, "AdviceTexts[0]", Bolts with { AdviceTexts = ["Thank\u007fyou"] }),
        new(
            CommercialCardRule.Characters,
            Error,
            "LineItems[0].Description",
            Line(line => line with { Description = "Bolt\0" })
        ),
        new(CommercialCardRule.NoFiller, Error, "AdviceTexts[0]", Bolts with { AdviceTexts = ["---"] }),
        new(CommercialCardRule.CountryCode, Error, "ShipTo.Country", Bolts with { ShipTo = new() { Country = "us" } }),
        new(CommercialCardRule.CountryCode, Error, "ShipTo.Country", Bolts with { ShipTo = new() { Country = "USA" } }),
        new(CommercialCardRule.CountryCode, Error, "ShipTo.Country", Bolts with { ShipTo = new() { Country = "UK" } }),
        new(
            CommercialCardRule.CommodityCodeForm,
            Warning,
            "LineItems[0].CommodityCode",
            Line(line =>
                line with
                {
                    CommodityCode = new() { Code = "3116", Scheme = CommodityScheme.Unspsc },
                }
            )
        ),
        new(
            CommercialCardRule.HasValue,
            Error,
            "LineItems[0].CommodityCode",
            Line(line => line with { CommodityCode = new() { Code = null! } })
        ),
        new(CommercialCardRule.OneShippingAddress, Error, "ShipTo", Bolts with { ShipToStoredAddressId = "771" }),
        new(
            CommercialCardRule.UniqueProductCode,
            Warning,
            "LineItems[1].ProductCode",
            Order(Orders.Line("A", 1m, 48.30m), Orders.Line("A", 1m, 48.30m)).Tax(0m)
        ),
        new(
            CommercialCardRule.SchemeTaxWindow,
            Warning,
            "Tax.Amount",
            new CommercialCardData { CustomerReference = "PO-88" }.Tax(0.09m)
        ),
        new(
            CommercialCardRule.SchemeLimit,
            Warning,
            "LineItems[0].UnitOfMeasure",
            Line(line => line with { UnitOfMeasure = "CAS" })
        ),
        new(
            CommercialCardRule.RateRange,
            Error,
            "Tax.NationalRate",
            Bolts with
            {
                Tax = Bolts.Tax! with { NationalRate = -1m },
            }
        ),
        new(CommercialCardRule.RateRange, Error, "FreightTaxRate", Bolts with { FreightTaxRate = 0.00001m }),
        new(
            CommercialCardRule.RateRange,
            Error,
            "LineItems[0].DiscountRate",
            Line(line => line with { DiscountRate = 101m })
        ),
        new(CommercialCardRule.NotNegative, Error, "FreightTax", Bolts with { FreightTax = Money.Usd(-0.01m) }),
        new(
            CommercialCardRule.NotNegative,
            Error,
            "LineItems[0].Tax",
            Line(line => line with { Tax = Money.Usd(-0.01m) })
        ),
        new(
            CommercialCardRule.KnownChoice,
            Error,
            "RequestedLevel",
            Bolts with
            {
                RequestedLevel = (RequestedDataLevel)4,
            }
        ),
        new(
            CommercialCardRule.KnownChoice,
            Error,
            "WhenNotExpressible",
            Bolts with
            {
                WhenNotExpressible = (WhenNotExpressible)(-1),
            }
        ),
    ];

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Cases.Length)];

    [Fact]
    public void The_order_that_the_cases_change_is_valid() =>
        Assert.Empty(Validate(Bolts, level: CommercialDataLevel.LevelIII));

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_broken_rule_is_reported_with_its_field_and_severity(int number)
    {
        var broken = Cases[number];

        var findings = Validate(broken.Data);

        Assert.Contains(
            (broken.Rule, broken.Severity, broken.Field),
            findings.Select(finding => (finding.Rule, finding.Severity, finding.Field))
        );
        Assert.DoesNotContain(
            findings,
            finding => finding.Severity == Error && (finding.Rule, finding.Field) != (broken.Rule, broken.Field)
        );
    }

    [Fact]
    public void Every_rule_is_broken_by_some_example()
    {
        var examples = Examples
            .All.SelectMany(example => Validate(example.Data, Money.Parse(example.Amount), brand: example.Brand))
            .Select(finding => finding.Rule);
        CommercialCardRule[] elsewhere =
        [
            CommercialCardRule.NoFiller,
            CommercialCardRule.PostalCodeForm,
            CommercialCardRule.RequiredForLevel,
            CommercialCardRule.SchemeCarriesData,
            CommercialCardRule.SchemeProgram,
        ];

        var broken = examples.Concat(Cases.Select(one => one.Rule)).Concat(elsewhere).Distinct();

        Assert.Equal(Enum.GetValues<CommercialCardRule>().Except([CommercialCardRule.Other]), broken.Order());
    }

    [Fact]
    public void The_fields_that_a_level_needs_are_reported_one_by_one()
    {
        var bare = new CommercialCardData
        {
            LineItems = [new() { Quantity = 1m, UnitPrice = UnitPrice.Of(1m, "USD") }],
        };

        var findings = Validate(bare, Money.Usd(1m), CommercialDataLevel.LevelIII);

        Assert.All(
            findings,
            finding => Assert.Equal((CommercialCardRule.RequiredForLevel, Error), (finding.Rule, finding.Severity))
        );
        Assert.Equal(
            [
                "CustomerReference",
                "Tax.Amount",
                "Freight",
                "Duty",
                "Discount",
                "ShipTo.PostalCode",
                "ShipTo.Country",
                "ShipFromPostalCode",
                "LineItems[0].ProductCode",
                "LineItems[0].CommodityCode",
                "LineItems[0].Description",
                "LineItems[0].UnitOfMeasure",
            ],
            findings.Select(finding => finding.Field)
        );
    }

    [Theory]
    [InlineData(RequestedDataLevel.None, 0)]
    [InlineData(RequestedDataLevel.BestEffort, 0)]
    [InlineData(RequestedDataLevel.LevelII, 2)]
    [InlineData(RequestedDataLevel.LevelIII, 9)]
    public void The_requested_level_says_what_is_needed_unless_the_options_do(RequestedDataLevel level, int missing)
    {
        var data = new CommercialCardData { RequestedLevel = level };

        Assert.Equal(missing, Validate(data).Count(finding => finding.Rule == CommercialCardRule.RequiredForLevel));
        Assert.Empty(Validate(data, level: CommercialDataLevel.LevelI));
    }

    [Fact]
    public void Only_the_missing_amount_is_reported()
    {
        var finding = Assert.Single(Validate(Bolts, default(Money)));

        Assert.Equal(("Amount", CommercialCardRule.HasValue, Error), (finding.Field, finding.Rule, finding.Severity));
        Assert.Equal("Error: Amount is missing.", finding.ToString());
    }

    [Fact]
    public void No_data_is_an_argument_error() =>
        Assert.Throws<ArgumentNullException>(() => CommercialCardValidator.Validate(null!, BoltsAmount));

    [Fact]
    public void A_finding_reads_as_one_line()
    {
        var data = Bolts.Lines(line => line with { NetAmount = Money.Usd(80.01m) });

        var finding = Assert.Single(Validate(data));

        Assert.Equal(
            "Error: LineItems[0].NetAmount must be 80.00 (quantity x unit price less the discount), but is 80.01: off by 0.01.",
            finding.ToString()
        );
    }

    [Theory]
    [MemberData(nameof(CultureScope.Names), MemberType = typeof(CultureScope))]
    public void Findings_are_the_same_in_every_culture(string culture)
    {
        var data = Bolts.Lines(line => line with { Quantity = -1234.5m, TaxRate = -0.5m, Kind = (LineItemKind)(-1) });
        var expected = Validate(data, Money.Usd(-1234.56m));

        using var scope = CultureScope.Enter(culture);

        Assert.Equal(expected, Validate(data, Money.Usd(-1234.56m)));
        Assert.Contains(expected, finding => finding.Actual == "-1234.5");
    }

    private static CommercialCardData Line(Func<CommercialLineItem, CommercialLineItem> change) => Bolts.Lines(change);

    private static string Long(int length) => "8".PadLeft(length, '7');

    private sealed record Case(
        CommercialCardRule Rule,
        CommercialCardSeverity Severity,
        string Field,
        CommercialCardData Data
    );
}
