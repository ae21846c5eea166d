using static PaymentAbstractions.CommercialCards.Tests.Orders;

namespace PaymentAbstractions.CommercialCards.Tests;

public sealed class ChoiceTests
{
    [Fact]
    public void Choices_of_the_order_are_known() =>
        AssertKnown<RequestedDataLevel>("RequestedLevel", choice => Bolts with { RequestedLevel = choice });

    [Fact]
    public void Choices_of_the_policy_are_known() =>
        AssertKnown<WhenNotExpressible>("WhenNotExpressible", choice => Bolts with { WhenNotExpressible = choice });

    [Fact]
    public void Choices_of_discounts_are_known()
    {
        AssertKnown<DiscountTreatment>("DiscountTreatment", choice => Bolts with { DiscountTreatment = choice });
        AssertKnown<DiscountTreatment>(
            "LineItems[0].DiscountTreatment",
            choice => Bolts.Lines(line => line with { DiscountTreatment = choice })
        );
    }

    [Fact]
    public void Choices_of_taxes_are_known()
    {
        AssertKnown<TaxTreatment>(
            "Tax.Treatment",
            choice => Bolts with { Tax = Bolts.Tax! with { Treatment = choice } }
        );
        AssertKnown<TaxCalculation>(
            "Tax.Calculation",
            choice => Bolts with { Tax = Bolts.Tax! with { Calculation = choice } }
        );
        AssertKnown<TaxTreatment>(
            "LineItems[0].TaxTreatment",
            choice => Bolts.Lines(line => line with { TaxTreatment = choice })
        );
    }

    [Fact]
    public void Choices_of_lines_are_known()
    {
        AssertKnown<CommodityScheme>(
            "LineItems[0].CommodityCode.Scheme",
            choice =>
                Bolts.Lines(line =>
                    line with
                    {
                        CommodityCode = new() { Code = "31161600", Scheme = choice },
                    }
                )
        );
        AssertKnown<UnitOfMeasureScheme>(
            "LineItems[0].UnitOfMeasureScheme",
            choice => Bolts.Lines(line => line with { UnitOfMeasureScheme = choice })
        );
        AssertKnown<LineItemKind>("LineItems[0].Kind", choice => Bolts.Lines(line => line with { Kind = choice }));
    }

    private static void AssertKnown<T>(string field, Func<T, CommercialCardData> with)
        where T : struct, Enum
    {
        foreach (var number in Enumerable.Range(-2, 12).Append(int.MinValue).Append(int.MaxValue))
        {
            var choice = (T)(object)number;

            var told = Validate(with(choice)).Where(finding => finding.Rule == CommercialCardRule.KnownChoice).ToList();

            Assert.Equal(Enum.IsDefined(choice) ? [] : [field], told.Select(finding => finding.Field));
            Assert.All(told, finding => Assert.Equal(string.Join(", ", Enum.GetNames<T>()), finding.Expected));
        }
    }
}
