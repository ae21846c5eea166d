namespace PaymentAbstractions.VirtualTerminal.Tests;

/// <summary>The handling of data for which the level has no field.</summary>
public class DataPolicyTests
{
    // Written out: data with a value for which the provider has no field.
    private static readonly string[] WithoutField =
    [
        "InvoiceNumber",
        "OrderDate",
        "Tax.NationalAmount",
        "Tax.NationalRate",
        "FreightTax",
        "FreightTaxRate",
        "ShipTo.Email",
        "ShipFromPostalCode",
        "MerchantTaxId",
        "MerchantVatNumber",
        "CustomerVatNumber",
        "VatInvoiceReference",
        "SummaryCommodityCode",
        "RequesterName",
        "AdviceTexts",
        "LineItems[*].CommodityCode",
        "LineItems[*].CommodityCode.Scheme",
        "LineItems[*].Description",
        "LineItems[*].UnitOfMeasure",
        "LineItems[*].UnitOfMeasureScheme",
        "LineItems[*].Tax",
        "LineItems[*].TaxRate",
        "LineItems[*].TaxType",
        "LineItems[*].TaxTreatment",
        "LineItems[*].Kind",
        "LineItems[*].PurchaseOrderNumber",
        "LineItems[*].CatalogNumber",
    ];

    [Fact]
    public void The_order_with_everything_is_valid_at_any_provider()
    {
        Assert.DoesNotContain(
            CommercialCardValidator.Validate(Plans.Everything, Money.Usd(96.60m)),
            finding => finding.Severity == CommercialCardSeverity.Error
        );
    }

    [Fact]
    public void Refuse_names_every_field_without_a_place_and_the_fix()
    {
        var plan = Plans.Of(Plans.Everything);

        Assert.Equal(WithoutField, plan.Refused());
        Assert.All(
            plan.Problems,
            problem =>
                Assert.Equal(
                    "has no field at this provider; omit it, or set WhenNotExpressible to DropAndReport.",
                    problem.Message
                )
        );
    }

    [Theory]
    [InlineData(RequestedDataLevel.BestEffort)]
    [InlineData(RequestedDataLevel.LevelIII)]
    public void DropAndReport_leaves_them_out_and_sends_the_level_all_the_same(RequestedDataLevel level)
    {
        var plan = Plans.Of(
            Plans.Everything with
            {
                RequestedLevel = level,
                WhenNotExpressible = WhenNotExpressible.DropAndReport,
            }
        );

        Assert.Equal(CommercialDataLevel.LevelIII, plan.Level);
        Assert.Empty(plan.Problems);
        Assert.Equal(WithoutField, plan.DroppedFields);
    }

    [Fact]
    public void Every_given_field_is_sent_or_dropped_or_says_nothing()
    {
        var plan = Plans.Of(Plans.Everything with { WhenNotExpressible = WhenNotExpressible.DropAndReport });

        Assert.Equal(
            [
                "CustomerReference",
                "Tax.Amount",
                "Tax.Treatment",
                "Tax.Calculation",
                "Freight",
                "Duty",
                "Discount",
                "DiscountTreatment",
                "ShipTo.FirstName",
                "ShipTo.LastName",
                "ShipTo.Organization",
                "ShipTo.Line1",
                "ShipTo.Line2",
                "ShipTo.City",
                "ShipTo.Region",
                "ShipTo.PostalCode",
                "ShipTo.Country",
                "ShipTo.Phone",
                "LineItems[*].ProductCode",
                "LineItems[*].Quantity",
                "LineItems[*].UnitPrice",
                "LineItems[*].Discount",
                "LineItems[*].DiscountRate",
                "LineItems[*].DiscountTreatment",
            ],
            Plans.Everything.GivenFields().Except(plan.DroppedFields)
        );
    }

    [Fact]
    public void A_zero_without_a_field_says_nothing_at_any_level()
    {
        var zeros = new CommercialCardData
        {
            Discount = Money.Usd(0),
            DiscountTreatment = DiscountTreatment.TaxBeforeDiscount,
            Duty = Money.Usd(0),
            FreightTax = Money.Usd(0),
            FreightTaxRate = 0,
            Tax = new CommercialTax { NationalAmount = Money.Usd(0), NationalRate = 0 },
        };
        var line = Some.Line("BOLT-10", 2, 40) with { Tax = Money.Usd(0), TaxRate = 0, Discount = Money.Usd(0) };

        Assert.Equal(DataPlan.Empty, Plans.Of(zeros, Money.Usd(1)));
        Assert.Empty(
            Plans
                .Of(
                    zeros with
                    {
                        CustomerReference = "PO-88",
                        Freight = Money.Usd(0),
                        Tax = zeros.Tax with { Amount = Money.Usd(0) },
                        ShipTo = Some.Dock,
                        LineItems = [line],
                    }
                )
                .Problems
        );
    }

    [Theory]
    [InlineData(TaxCalculation.NetPerLine)]
    [InlineData(TaxCalculation.NetPerInvoice)]
    public void How_a_tax_on_net_prices_was_reckoned_changes_nothing(TaxCalculation calculation)
    {
        var plan = Plans.Of(
            Some.LevelIII with
            {
                Tax = new CommercialTax
                {
                    Amount = Money.Usd(6.60m),
                    Treatment = TaxTreatment.Taxable,
                    Calculation = calculation,
                },
            }
        );

        Assert.Equal(CommercialDataLevel.LevelIII, plan.Level);
        Assert.Empty(plan.Problems);
        Assert.Empty(plan.DroppedFields);
    }

    [Fact]
    public void Half_a_level_is_refused_and_says_what_it_lacks()
    {
        var plan = Plans.Of(Some.LevelIII with { ShipTo = null });

        Assert.Equal(CommercialDataLevel.LevelII, plan.Level);
        Assert.Equal(
            "CommercialCardData.LineItems: is sent only at LevelIII, for which the data lacks ShipTo; add that, or omit it, or set WhenNotExpressible to DropAndReport.",
            Assert.Single(plan.Problems).ToString()
        );
    }

    [Fact]
    public void Half_of_level_ii_is_refused_too()
    {
        var plan = Plans.Of(
            Some.LevelIII with
            {
                CustomerReference = null,
                Tax = new CommercialTax { Amount = Money.Usd(6.60m), NationalRate = 2 },
            }
        );

        Assert.Equal(CommercialDataLevel.LevelI, plan.Level);
        Assert.Equal(["Tax", "Freight", "ShipTo", "LineItems"], plan.Refused());
        Assert.Contains(
            "LevelII, for which the data lacks CustomerReference;",
            plan.Problems[0].Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Dropping_goes_down_to_the_level_that_the_data_makes()
    {
        var drop = Some.LevelIII with { WhenNotExpressible = WhenNotExpressible.DropAndReport };

        var second = Plans.Of(drop with { ShipTo = null });
        var first = Plans.Of(drop with { Freight = null });

        Assert.Equal(
            ["LineItems[*].ProductCode", "LineItems[*].Quantity", "LineItems[*].UnitPrice"],
            second.DroppedFields
        );
        Assert.Equal((CommercialDataLevel.LevelII, CommercialDataLevel.LevelI), (second.Level, first.Level));
        Assert.Equal(drop with { Freight = null } is var data ? data.GivenFields() : [], first.DroppedFields);
    }

    [Theory]
    [InlineData("CA", "ShipTo.Country")]
    [InlineData("US", null)]
    [InlineData(null, null)]
    public void Another_country_is_no_detail_to_drop(string? country, string? refused)
    {
        var data = Some.LevelIII with
        {
            WhenNotExpressible = WhenNotExpressible.DropAndReport,
            ShipTo = Some.Dock with { Country = country },
        };

        var exact = Plans.Of(data with { RequestedLevel = RequestedDataLevel.LevelIII });
        var best = Plans.Of(data);

        Assert.Equal(refused is null ? [] : [refused], exact.Refused());
        Assert.Equal(refused is null ? CommercialDataLevel.LevelIII : CommercialDataLevel.LevelII, best.Level);
        Assert.Equal(refused is not null, best.DroppedFields.Contains("ShipTo.Country"));
    }
}
