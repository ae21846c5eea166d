namespace PaymentAbstractions.VirtualTerminal.Tests;

/// <summary>The level that is sent, and the data that prevents a level.</summary>
public class DataPlanTests
{
    private const CommercialDataLevel LevelI = CommercialDataLevel.LevelI;
    private const CommercialDataLevel LevelII = CommercialDataLevel.LevelII;
    private const CommercialDataLevel LevelIII = CommercialDataLevel.LevelIII;

    [Fact]
    public void No_data_is_level_i()
    {
        Assert.Equal(DataPlan.Empty, Plans.Of(null, Money.Usd(1)));
        Assert.Equal(DataPlan.Empty, Plans.Of(new CommercialCardData(), Money.Usd(1)));
    }

    [Fact]
    public void Best_effort_takes_the_highest_level_that_the_parts_make()
    {
        Assert.Equal(LevelII, Plans.Of(Some.LevelII, Money.Usd(96.60m)).Level);
        Assert.Equal(LevelIII, Plans.Of(Some.LevelIII).Level);
        Assert.Equal(LevelIII, Plans.Of(Some.LevelIII with { ShipTo = null, ShipToStoredAddressId = "311" }).Level);
        Assert.All(
            [Plans.Of(Some.LevelII, Money.Usd(96.60m)), Plans.Of(Some.LevelIII)],
            plan =>
            {
                Assert.Empty(plan.Problems);
                Assert.Empty(plan.DroppedFields);
            }
        );
    }

    [Fact]
    public void Nothing_of_what_is_not_wanted_is_sent()
    {
        var plan = Plans.Of(Some.LevelIII with { RequestedLevel = RequestedDataLevel.None });

        Assert.Equal(DataPlan.Empty with { DroppedFields = Some.LevelIII.GivenFields() }, plan);
    }

    [Fact]
    public void Level_iii_sends_the_values_of_the_order()
    {
        var plan = Plans.Of(Some.LevelIII);

        Assert.Equal((Money.Usd(6.60m), Money.Usd(10), "PO-88"), (plan.Tax, plan.Freight, plan.CustomerReference));
        Assert.Equal(Some.Dock, plan.ShipTo);
        Assert.Equal([new PlannedLine("BOLT-10", 2, 40.00m)], plan.Lines);
    }

    [Fact]
    public void An_exempt_order_without_an_amount_sends_no_tax()
    {
        var exempt = new CommercialTax { Treatment = TaxTreatment.Exempt };

        var plan = Plans.Of(Some.LevelII with { Tax = exempt }, Money.Usd(96.60m));

        Assert.Equal((LevelII, Money.Usd(0)), (plan.Level, plan.Tax));
        Assert.Empty(plan.Problems);
        Assert.Empty(plan.DroppedFields);
    }

    [Fact]
    public void An_exact_level_names_what_it_lacks()
    {
        var nothing = new CommercialCardData();

        Assert.Equal(
            ["CustomerReference", "Tax.Amount", "Freight"],
            Plans.Of(nothing with { RequestedLevel = RequestedDataLevel.LevelII }, Money.Usd(1)).Refused()
        );
        Assert.Equal(
            ["CustomerReference", "Tax.Amount", "Freight", "ShipTo", "LineItems"],
            Plans.Of(nothing with { RequestedLevel = RequestedDataLevel.LevelIII }, Money.Usd(1)).Refused()
        );
        Assert.Equal(
            ["ShipTo", "LineItems"],
            Plans
                .Of(
                    Some.LevelII with
                    {
                        RequestedLevel = RequestedDataLevel.LevelIII,
                        WhenNotExpressible = WhenNotExpressible.DropAndReport,
                    },
                    Money.Usd(96.60m)
                )
                .Refused()
        );
    }

    [Fact]
    public void Level_ii_leaves_out_higher_data_under_every_policy()
    {
        var plan = Plans.Of(
            Some.LevelIII with
            {
                RequestedLevel = RequestedDataLevel.LevelII,
                ShipFromPostalCode = "10001",
                Duty = Money.Usd(1),
                Discount = Money.Usd(1),
            }
        );

        Assert.Equal(LevelII, plan.Level);
        Assert.Empty(plan.Problems);
        Assert.Empty(plan.Lines);
        Assert.Null(plan.ShipTo);
        Assert.Equal(
            [
                "Duty",
                "Discount",
                "ShipTo.FirstName",
                "ShipTo.LastName",
                "ShipTo.Line1",
                "ShipTo.City",
                "ShipTo.Region",
                "ShipTo.PostalCode",
                "ShipTo.Country",
                "ShipTo.Phone",
                "ShipFromPostalCode",
                "LineItems[*].ProductCode",
                "LineItems[*].Quantity",
                "LineItems[*].UnitPrice",
            ],
            plan.DroppedFields
        );
    }

    [Fact]
    public void Level_ii_leaves_the_rest_to_the_policy()
    {
        var data = Some.LevelIII with { RequestedLevel = RequestedDataLevel.LevelII, InvoiceNumber = "INV-1001" };

        var refused = Plans.Of(data);
        var dropped = Plans.Of(data with { WhenNotExpressible = WhenNotExpressible.DropAndReport });

        Assert.Equal(["InvoiceNumber"], refused.Refused());
        Assert.Empty(dropped.Problems);
        Assert.Contains("InvoiceNumber", dropped.DroppedFields);
    }

    [Fact]
    public void Level_ii_takes_prices_with_tax_for_it_sends_none()
    {
        var data = Some.LevelIII with
        {
            RequestedLevel = RequestedDataLevel.LevelII,
            Tax = new CommercialTax { Amount = Money.Usd(6.60m), Calculation = TaxCalculation.GrossPerInvoice },
            LineItems = [Some.Line("BOLT-10", 2, 40) with { TaxIncluded = true }],
        };

        var plan = Plans.Of(data);

        Assert.Empty(plan.Problems);
        Assert.DoesNotContain("Tax.Calculation", plan.DroppedFields);
        Assert.Contains("LineItems[*].TaxIncluded", plan.DroppedFields);
    }

    [Fact]
    public void Freight_with_tax_in_it_must_not_make_the_parts_more_than_the_amount()
    {
        var data = new CommercialCardData
        {
            WhenNotExpressible = WhenNotExpressible.DropAndReport,
            CustomerReference = "PO-88",
            Freight = Money.Usd(100),
            Tax = new CommercialTax { Amount = Money.Usd(20), Calculation = TaxCalculation.GrossPerInvoice },
        };

        var exact = Plans.Of(data with { RequestedLevel = RequestedDataLevel.LevelII }, Money.Usd(110));
        var best = Plans.Of(data, Money.Usd(110));

        Assert.Equal(["Amount"], exact.Refused());
        Assert.Equal(LevelI, best.Level);
        Assert.Equal(["CustomerReference", "Tax.Amount", "Tax.Calculation", "Freight"], best.DroppedFields);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("12345678901234567", true)]
    [InlineData("123456789012345678", false)]
    [InlineData(" PO", false)]
    [InlineData("PO\u00e4", false)]
    public void The_customer_reference_must_fit(string reference, bool fits)
    {
        var data = Some.LevelII with { CustomerReference = reference };

        Assert.Equal(fits ? [] : ["CustomerReference"], Plans.Of(data, Money.Usd(96.60m)).Refused());
        Assert.Equal(
            fits ? LevelII : LevelI,
            Plans.Of(data with { WhenNotExpressible = WhenNotExpressible.DropAndReport }, Money.Usd(96.60m)).Level
        );
    }

    [Fact]
    public void Lines_beyond_the_most_are_refused()
    {
        var most = Plans.Order([.. Enumerable.Range(0, 999).Select(i => Some.Line($"P-{i}", 1, 1))]);
        var more = Plans.Order([.. Enumerable.Range(0, 1000).Select(i => Some.Line($"P-{i}", 1, 1))]);

        Assert.Equal(999, Plans.Of(most).Lines.Count);
        Assert.Equal(["LineItems"], Plans.Of(more).Refused());
    }
}
