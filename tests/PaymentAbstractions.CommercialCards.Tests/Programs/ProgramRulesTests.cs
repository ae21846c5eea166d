using System.Globalization;
using static PaymentAbstractions.CommercialCards.Tests.Orders;

namespace PaymentAbstractions.CommercialCards.Tests;

public sealed class ProgramRulesTests
{
    private static readonly CommercialCardValidationOptions American = new()
    {
        MerchantCountry = "US",
        MerchantTaxId = "98-7654321",
        OptedIn = [CardBrand.Visa, CardBrand.Mastercard, CardBrand.AmericanExpress],
    };

    [Fact]
    public void The_programs_are_distinct_and_name_their_source()
    {
        Assert.All(
            CommercialCardPrograms.All,
            program =>
            {
                Assert.False(string.IsNullOrWhiteSpace(program.Source));
                Assert.All(program.Countries, country => Assert.NotNull(Country.Find(country)));
                Assert.All(
                    program.NeededFields,
                    field => Assert.Contains(field, (string[])["MerchantTaxId", "ShipTo.PostalCode"])
                );
                Assert.True(program.From is null || program.Until is null || program.From < program.Until);
                Assert.Equal(program.Kind == CommercialProgramKind.Fee, program.FeePercent is not null);
            }
        );
        Assert.Equal(
            CommercialCardPrograms.All.Count,
            CommercialCardPrograms.All.Select(program => (program.Brand, program.Name)).Distinct().Count()
        );
    }

    [Theory]
    [InlineData("Visa", "2026-04-16", 0.09, false)]
    [InlineData("Visa", "2026-04-16", 0.10, true)]
    [InlineData("Visa", "2026-04-16", 22.00, true)]
    [InlineData("Visa", "2026-04-16", 22.01, false)]
    [InlineData("Visa", "2026-04-17", 22.01, true)]
    [InlineData("Visa", "2026-04-17", 22.01, false, true)]
    [InlineData("Mastercard", "2026-11-20", 0.09, false)]
    [InlineData("Mastercard", "2026-11-20", 0.10, true)]
    [InlineData("Mastercard", "2026-11-20", 30.00, true)]
    [InlineData("Mastercard", "2026-11-20", 30.01, false)]
    [InlineData("American Express", "2026-11-20", 0.00, true)]
    [InlineData("American Express", "2026-11-20", 99.00, true)]
    [InlineData("JCB", "2026-11-20", 99.00, true)]
    public void The_tax_of_level_ii_lies_in_the_window_of_the_day(
        string brand,
        string date,
        double tax,
        bool isInside,
        bool isFuel = false
    )
    {
        var data = new CommercialCardData { CustomerReference = "PO-88" }.Tax((decimal)tax);
        var options = For(brand, date) with { IsFleetFuel = isFuel };

        var told = CommercialCardValidator.Validate(data, Money.Usd(100m), options);

        Assert.Equal(
            isInside ? [] : [CommercialCardSeverity.Warning],
            told.Where(finding => finding.Rule == CommercialCardRule.SchemeTaxWindow)
                .Select(finding => finding.Severity)
        );
    }

    [Theory]
    [InlineData("Visa", 0.00, true)]
    [InlineData("Visa", 0.05, false)]
    [InlineData("Visa", 22.00, true)]
    [InlineData("Visa", 30.00, false)]
    [InlineData("Mastercard", 0.00, true)]
    [InlineData("Mastercard", 0.05, true)]
    [InlineData("Mastercard", 30.00, true)]
    [InlineData("Mastercard", 31.00, false)]
    public void Level_iii_takes_an_order_without_tax(string brand, double tax, bool isInside)
    {
        var data = Order(Line("A", 1m, 100m - (decimal)tax)).Tax((decimal)tax);

        var told = CommercialCardValidator.Validate(data, Money.Usd(100m), For(brand, "2026-11-20"));

        Assert.Equal(isInside ? [] : [CommercialCardRule.SchemeTaxWindow], told.Select(finding => finding.Rule));
    }

    [Theory]
    [InlineData("8211", TaxTreatment.Taxable, true)]
    [InlineData("8211", TaxTreatment.Exempt, false)]
    [InlineData("5999", TaxTreatment.Taxable, false)]
    [InlineData(null, TaxTreatment.Taxable, false)]
    public void Mastercard_takes_no_tax_only_of_some_merchants_and_no_exempt_order_at_level_ii(
        string? category,
        TaxTreatment treatment,
        bool isTaken
    )
    {
        var data = new CommercialCardData { CustomerReference = "PO-88" }.Tax(0m, treatment);
        var options = For("Mastercard", "2026-11-20") with { MerchantCategoryCode = category };

        var told = CommercialCardValidator.Validate(data, Money.Usd(100m), options);

        Assert.Equal(isTaken ? [] : [CommercialCardRule.SchemeTaxWindow], told.Select(finding => finding.Rule));
    }

    [Theory]
    [InlineData("Visa", "2026-11-20", "DE", "USD")]
    [InlineData("Visa", "2026-11-20", "US", "EUR")]
    [InlineData("American Express", "2026-11-20", "GB", "GBP")]
    public void Where_no_program_is_in_force_the_data_brings_no_rate(
        string brand,
        string date,
        string country,
        string currency
    )
    {
        var data = Order(Line("A", 1m, 90m, currency: currency)).Tax(10m);
        var options = For(brand, date) with { MerchantCountry = country };

        var told = CommercialCardValidator.Validate(data, Money.Of(100m, currency), options);

        var finding = Assert.Single(told, one => one.Rule == CommercialCardRule.SchemeProgram);
        Assert.Equal(CommercialCardSeverity.Info, finding.Severity);
        Assert.Equal(
            $"brings no lower rate at {brand}: no known program accepts LevelIII data in {currency} for a merchant in {country} on {date}.",
            finding.Message
        );
    }

    [Fact]
    public void Level_ii_of_visa_has_ended_but_for_fleet_fuel()
    {
        var data = new CommercialCardData { CustomerReference = "PO-88" }.Tax(7m);

        Assert.Empty(Told("2026-04-16", isFuel: false));
        Assert.Equal(
            [
                "costs 0.05 % of the amount (Visa CEDP participation fee) and brings no lower rate.",
                "brings no lower rate at Visa: no known program accepts LevelII data in USD for a merchant in US on 2026-04-17. For LevelIII the order lacks Discount, Duty, Freight, LineItems, ShipFromPostalCode, ShipTo.Country, ShipTo.PostalCode.",
            ],
            Told("2026-04-17", isFuel: false)
        );
        Assert.Empty(Told("2026-04-17", isFuel: true));

        IEnumerable<string> Told(string date, bool isFuel) =>
            CommercialCardValidator
                .Validate(data, Money.Usd(107m), For("Visa", date) with { IsFleetFuel = isFuel })
                .Select(finding => finding.Message);
    }

    [Fact]
    public void Data_that_costs_money_waits_for_the_merchant_to_opt_in()
    {
        var options = For("Visa", "2026-11-20");

        var told = CommercialCardValidator.Validate(Bolts, BoltsAmount, options with { OptedIn = [] });

        Assert.All(
            told,
            finding =>
                Assert.Equal(
                    (CommercialCardSeverity.Info, CommercialCardRule.SchemeProgram),
                    (finding.Severity, finding.Rule)
                )
        );
        Assert.Equal(
            [
                "qualifies for Visa CEDP Product 3 only if the merchant is verified or approved; ask the acquirer, then add Visa to OptedIn.",
                "costs 0.05 % of the amount (Visa CEDP participation fee), whether it brings a lower rate or not; send it only after you have opted in, and add Visa to OptedIn.",
            ],
            told.Select(finding => finding.Message)
        );
        Assert.Empty(CommercialCardValidator.Validate(Bolts, BoltsAmount, options));
    }

    [Fact]
    public void Mastercard_needs_the_merchants_tax_number_of_the_order_or_of_the_merchant()
    {
        var options = For("Mastercard", "2026-11-20") with { MerchantTaxId = null };

        var finding = Assert.Single(CommercialCardValidator.Validate(Bolts, BoltsAmount, options));

        Assert.Equal(
            (CommercialCardSeverity.Warning, "MerchantTaxId", CommercialCardRule.SchemeProgram),
            (finding.Severity, finding.Field, finding.Rule)
        );
        Assert.Empty(
            CommercialCardValidator.Validate(Bolts with { MerchantTaxId = "12-3456789" }, BoltsAmount, options)
        );
    }

    [Fact]
    public void The_classifier_says_which_programs_can_help_cost_or_need_more()
    {
        var reached = CommercialCardClassifier.Classify(
            Bolts,
            BoltsAmount,
            For("Visa", "2026-11-20") with
            {
                OptedIn = [],
            }
        );

        Assert.Equal(CommercialDataLevel.LevelIII, reached.Level);
        Assert.Equal(
            [
                ("CEDP participation fee", false, true, ""),
                ("CEDP Product 3", false, false, "the merchant has not opted in"),
            ],
            reached.Programs.Select(Told)
        );
        Assert.Equal(
            [
                ("Data Rate II", true, false, ""),
                ("Data Rate III", true, false, ""),
                ("International Data Rate II", false, false, ""),
            ],
            CommercialCardClassifier.Classify(Bolts, BoltsAmount, For("Mastercard", "2026-11-20")).Programs.Select(Told)
        );
        Assert.Equal(
            [("Level I", false, false, "")],
            CommercialCardClassifier.Classify(Bolts, BoltsAmount, For("Discover", "2026-11-20")).Programs.Select(Told)
        );
        Assert.Equal(
            [
                ("CEDP participation fee", false, false, "there is no data"),
                (
                    "Level II",
                    false,
                    false,
                    "CustomerReference is missing; Tax.Amount is missing; the tax is not 0.1 % to 22 % of the amount"
                ),
            ],
            CommercialCardClassifier
                .Classify(null, BoltsAmount, For("Visa", "2025-10-01"))
                .Programs.Take(2)
                .Select(Told)
        );

        static (string, bool, bool, string) Told(CommercialCardProgramFit fit) =>
            (fit.Program.Name, fit.CanHelp, fit.CostsFee, string.Join("; ", fit.Obstacles));
    }

    [Fact]
    public void Lines_that_do_not_reach_level_iii_cost_the_fee_and_bring_no_rate()
    {
        var data = Bolts with { ShipFromPostalCode = null };

        var told = CommercialCardValidator.Validate(data, BoltsAmount, For("Visa", "2026-11-20"));
        var fits = CommercialCardClassifier.Classify(data, BoltsAmount, For("Visa", "2026-11-20")).Programs;

        Assert.Equal(
            [
                "costs 0.05 % of the amount (Visa CEDP participation fee) and brings no lower rate.",
                "brings no lower rate at Visa: no known program accepts LevelII data in USD for a merchant in US on 2026-11-20. For LevelIII the order lacks ShipFromPostalCode.",
            ],
            told.Select(finding => finding.Message)
        );
        Assert.Equal([true, false], fits.Select(fit => fit.CostsFee));
        Assert.DoesNotContain(fits, fit => fit.CanHelp);
    }

    [Fact]
    public void The_approval_of_one_scheme_does_not_cover_another_schemes_fee()
    {
        var options = For("Visa", "2026-11-20") with { OptedIn = [CardBrand.AmericanExpress] };

        var told = CommercialCardValidator.Validate(Bolts, BoltsAmount, options);

        Assert.Contains(told, finding => finding.Message.StartsWith("costs 0.05 %", StringComparison.Ordinal));
    }

    [Fact]
    public void A_merchant_replaces_the_programs_by_what_the_acquirer_agreed()
    {
        var own = CommercialCardPrograms.All[0] with { FeePercent = 0.07m, Brand = CardBrand.Jcb };
        var options = For("JCB", "2026-11-20") with { OptedIn = [], Programs = [own] };

        var told = Assert.Single(CommercialCardValidator.Validate(Bolts, BoltsAmount, options));

        Assert.StartsWith("costs 0.07 % of the amount (JCB", told.Message, StringComparison.Ordinal);
        Assert.Empty(CommercialCardValidator.Validate(Bolts, BoltsAmount, options with { Programs = null! }));
    }

    private static CommercialCardValidationOptions For(string brand, string date) =>
        American with
        {
            Brand = CardBrand.FromProvider(brand),
            Date = DateOnly.Parse(date, CultureInfo.InvariantCulture),
        };
}
