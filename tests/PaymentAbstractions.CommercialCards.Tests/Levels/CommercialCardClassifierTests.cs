using static PaymentAbstractions.CommercialCards.Tests.Orders;

namespace PaymentAbstractions.CommercialCards.Tests;

public sealed class CommercialCardClassifierTests
{
    [Fact]
    public void No_data_is_level_i_and_lacks_what_level_ii_needs()
    {
        var classification = CommercialCardClassifier.Classify(null);

        Assert.Equal(
            (CommercialDataLevel.LevelI, CommercialDataLevel.LevelII),
            (classification.Level, classification.NextLevel)
        );
        Assert.Equal(["CustomerReference", "Tax.Amount"], classification.MissingFields);
        Assert.Equal(classification, CommercialCardClassifier.Classify(new CommercialCardData()));
    }

    [Fact]
    public void Level_ii_lists_what_level_iii_needs()
    {
        var data = new CommercialCardData { CustomerReference = "PO-88" }.Tax(1m);

        var classification = CommercialCardClassifier.Classify(data);

        Assert.Equal(
            (CommercialDataLevel.LevelII, CommercialDataLevel.LevelIII),
            (classification.Level, classification.NextLevel)
        );
        Assert.Equal(
            ["Freight", "Duty", "Discount", "ShipTo.PostalCode", "ShipTo.Country", "ShipFromPostalCode", "LineItems"],
            classification.MissingFields
        );
    }

    [Fact]
    public void Nothing_is_above_level_iii()
    {
        var classification = CommercialCardClassifier.Classify(Bolts);

        Assert.Equal(CommercialDataLevel.LevelIII, classification.Level);
        Assert.Null(classification.NextLevel);
        Assert.Empty(classification.MissingFields);
    }

    [Fact]
    public void Lines_are_named_one_by_one()
    {
        var bare = new CommercialLineItem { Quantity = 1m, UnitPrice = UnitPrice.Of(1m, "USD") };
        var data = Bolts with { LineItems = [Bolts.LineItems[0], bare with { ProductCode = " " }, null!] };

        var classification = CommercialCardClassifier.Classify(data);

        Assert.Equal(CommercialDataLevel.LevelII, classification.Level);
        Assert.Equal(
            [
                "LineItems[1].ProductCode",
                "LineItems[1].CommodityCode",
                "LineItems[1].Description",
                "LineItems[1].UnitOfMeasure",
                "LineItems[2].ProductCode",
                "LineItems[2].CommodityCode",
                "LineItems[2].Description",
                "LineItems[2].UnitOfMeasure",
            ],
            classification.MissingFields
        );
    }

    [Fact]
    public void A_tax_without_content_is_not_provided()
    {
        CommercialTax[] taxes =
        [
            new(),
            new() { Calculation = TaxCalculation.NetPerLine },
            new() { NationalRate = 19m },
        ];

        Assert.All(
            taxes,
            tax =>
            {
                var data = new CommercialCardData { CustomerReference = "PO-88", Tax = tax };

                Assert.Equal(["Tax.Amount"], CommercialCardClassifier.Classify(data).MissingFields);
                Assert.Contains(
                    Validate(data, level: CommercialDataLevel.LevelII),
                    finding => finding.Rule == CommercialCardRule.RequiredForLevel && finding.Field == "Tax.Amount"
                );
            }
        );
        Assert.Equal(new CommercialCardData(), new CommercialCardData { Tax = new CommercialTax() });
    }

    [Theory]
    [InlineData(TaxTreatment.Exempt)]
    [InlineData(TaxTreatment.Taxable)]
    public void Any_tax_counts_and_the_validator_refuses_contradictions(TaxTreatment treatment)
    {
        var data = new CommercialCardData { CustomerReference = "PO-88" }.Tax(null, treatment);

        var told = Validate(data, level: CommercialDataLevel.LevelII, brand: CardBrand.Jcb);

        Assert.Equal(CommercialDataLevel.LevelII, CommercialCardClassifier.Classify(data).Level);
        Assert.Equal(
            treatment == TaxTreatment.Taxable ? [CommercialCardRule.TaxableHasTax] : [],
            told.Select(finding => finding.Rule)
        );
    }

    [Fact]
    public void Zero_counts_and_nothing_does_not()
    {
        var zero = Money.Usd(0m);

        Assert.Equal(
            CommercialDataLevel.LevelIII,
            CommercialCardClassifier.Classify(Bolts with { Freight = zero }).Level
        );
        Assert.Equal(["Freight"], CommercialCardClassifier.Classify(Bolts with { Freight = null }).MissingFields);
        Assert.Equal(["Duty"], CommercialCardClassifier.Classify(Bolts with { Duty = null }).MissingFields);
        Assert.Equal(["Discount"], CommercialCardClassifier.Classify(Bolts with { Discount = null }).MissingFields);
    }

    [Fact]
    public void Data_without_lists_is_data_without_items()
    {
        var data = Bolts with { LineItems = null!, AdviceTexts = null! };

        Assert.Equal(Bolts with { LineItems = [] }, data);
        Assert.Equal(["LineItems"], CommercialCardClassifier.Classify(data).MissingFields);
    }
}
