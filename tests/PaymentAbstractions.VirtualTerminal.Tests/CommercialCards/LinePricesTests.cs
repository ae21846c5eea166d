namespace PaymentAbstractions.VirtualTerminal.Tests;

/// <summary>The total of Level III, and the amounts that are folded into it.</summary>
public class LinePricesTests
{
    private static readonly CommercialCardData Base = Some.LevelIII;

    [Theory]
    [InlineData(2, 40, "2 x 40.00")]
    [InlineData(1.25, 2, "1.25 x 2.00")]
    [InlineData(0.5, 0.02, "0.5 x 0.02")]
    public void A_line_goes_out_at_its_price(double quantity, double price, string sent)
    {
        var plan = Plans.Of(Plans.Order(Plans.Line((decimal)quantity, (decimal)price)));

        Assert.Empty(plan.Problems);
        Assert.Equal(sent, plan.Prices());
    }

    public static TheoryData<string, string, CommercialCardData> Inexact =>
        new()
        {
            {
                "LineItems[0].UnitPrice",
                "(39.999 USD) must have at most two decimals at this provider, which may round a more precise price.",
                Plans.Order(Plans.Line(1000, 39.999m))
            },
            {
                "LineItems[1]",
                "has a total of 13.332, which exceeds whole cents by 0.002; it is not documented how the provider rounds.",
                Plans.Order(Plans.Line(1, 1), Plans.Line(0.3333m, 40, code: "A-2"))
            },
            {
                "LineItems[0].UnitPrice",
                "is zero, and it is not documented whether the provider then uses the catalog's price; omit the line.",
                Plans.Order(Plans.Line(1, 0), Plans.Line(2, 40, code: "A-2"))
            },
            {
                "LineItems[0].UnitPrice",
                "(10000000000.01 USD) must have at most two decimals at this provider, which may round a more precise price.",
                Plans.Order(Plans.Line(1, 10_000_000_000.01m))
            },
            {
                "LineItems[*].TaxIncluded",
                "cannot be sent: prices must exclude tax at this provider; set them without tax, or request Level II.",
                Plans.Order(Plans.Line(2, 40) with { TaxIncluded = true })
            },
            {
                "Discount",
                "has no field at this provider, and without it the amount differs by 8.00 USD; include it in the prices, or enable the option FoldAdjustmentsIntoPrices.",
                Base with
                {
                    Discount = Money.Usd(8),
                }
            },
            {
                "Duty",
                "has no field at this provider, and without it the amount differs by 8.00 USD; include it in the prices, or enable the option FoldAdjustmentsIntoPrices.",
                Base with
                {
                    Duty = Money.Usd(8),
                }
            },
            {
                "LineItems[0].Discount",
                "has no field at this provider, and without it the amount differs by 8.00 USD; include it in the prices, or enable the option FoldAdjustmentsIntoPrices.",
                Plans.Order(Plans.Line(2, 40, discount: 8))
            },
        };

    [Theory]
    [MemberData(nameof(Inexact))]
    public void Data_that_does_not_add_up_exactly_is_refused_and_never_dropped(
        string field,
        string message,
        CommercialCardData data
    )
    {
        var refused = Plans.Of(data);
        var exact = Plans.Of(
            data with
            {
                RequestedLevel = RequestedDataLevel.LevelIII,
                WhenNotExpressible = WhenNotExpressible.DropAndReport,
            }
        );

        Assert.Equal(
            ($"CommercialCardData.{field}", message),
            (refused.Problems[0].Field, refused.Problems[0].Message)
        );
        Assert.Equal(refused.Problems, exact.Problems);
        Assert.Single(refused.Problems);
        Assert.Empty(refused.Lines);
    }

    [Theory]
    [MemberData(nameof(Inexact))]
    public void It_goes_down_to_level_ii_where_the_level_is_open_and_data_may_be_dropped(
        string field,
        string message,
        CommercialCardData data
    )
    {
        var plan = Plans.Of(data with { WhenNotExpressible = WhenNotExpressible.DropAndReport });

        Assert.Equal(CommercialDataLevel.LevelII, plan.Level);
        Assert.Empty(plan.Problems);
        Assert.Empty(plan.Lines);
        Assert.Contains("LineItems[*].UnitPrice", plan.DroppedFields);
        Assert.Contains("ShipTo.City", plan.DroppedFields);
        Assert.NotEmpty(message);
        Assert.Equal(
            field is "Discount" or "Duty" or "LineItems[0].Discount",
            plan.DroppedFields.Any(dropped =>
                dropped.EndsWith("Discount", StringComparison.Ordinal) || dropped == "Duty"
            )
        );
    }

    [Fact]
    public void A_calculation_from_prices_with_tax_is_refused()
    {
        var plan = Plans.Of(
            Plans.Order(Plans.Line(2, 40) with { TaxIncluded = true }) with
            {
                Tax = new CommercialTax { Amount = Money.Usd(6.60m), Calculation = TaxCalculation.GrossPerLine },
            }
        );

        Assert.Equal(["LineItems[*].TaxIncluded", "Tax.Calculation"], plan.Refused());
    }

    [Fact]
    public void A_wrong_sum_is_reported()
    {
        var plan = Plans.Of(Base, Money.Usd(96.59m));

        Assert.Equal(
            "Amount: is 96.59 USD, but the lines, the tax and the freight add up to 96.60, a difference of 0.01.",
            Assert.Single(plan.Problems).ToString()
        );
    }

    public static TheoryData<string, CommercialCardData> Folding =>
        new()
        {
            { "2 x 36.00", Plans.Order(Plans.Line(2, 40, discount: 8)) },
            { "3 x 1.00, 1 x 5.00", Plans.Order(Plans.Line(3, 2, discount: 3), Plans.Line(1, 5, code: "A-2")) },
            { "2.5 x 3.60", Plans.Order(Plans.Line(2.5m, 4, discount: 1)) },
            { "1000 x 0.10", Plans.Order(Plans.Line(1000, 0.1275m, discount: 27.50m)) },
            { "2 x 36.00", Base with { Discount = Money.Usd(8) } },
            { "2 x 44.00", Base with { Duty = Money.Usd(8) } },
            { "2 x 40.00", Base with { Discount = Money.Usd(8), Duty = Money.Usd(8) } },
            {
                "1 x 67.50, 1 x 22.50",
                Plans.Order(Plans.Line(1, 75), Plans.Line(1, 25, code: "A-2")) with
                {
                    Discount = Money.Usd(10),
                }
            },
            {
                // Shares are proportional to the lines after their own discounts: 60 and 20.
                "1 x 63.00, 2 x 10.50",
                Plans.Order(Plans.Line(1, 75, discount: 15), Plans.Line(2, 10, code: "A-2")) with
                {
                    Duty = Money.Usd(4),
                }
            },
        };

    [Theory]
    [MemberData(nameof(Folding))]
    public void Amounts_that_fold_exactly_go_into_the_prices(string sent, CommercialCardData data)
    {
        var plan = Plans.Of(data, folds: true);

        Assert.Empty(plan.Problems);
        Assert.Equal(CommercialDataLevel.LevelIII, plan.Level);
        Assert.Equal(sent, plan.Prices());
        Assert.Empty(plan.DroppedFields);
    }

    public static TheoryData<string, CommercialCardData> NotFolding =>
        new()
        {
            {
                "CommercialCardData.LineItems[0]: has a total of 79.00 with discounts and duty, but a quantity of 3 needs a price with more than two decimals; 26.33 each differs by 0.01. Set the reduced price, or request Level II.",
                Plans.Order(Plans.Line(3, 30, discount: 11))
            },
            {
                "CommercialCardData.LineItems[1]: has a total of 79.00 with discounts and duty, but a quantity of 2.7 needs a price with more than two decimals; 29.25 each differs by 0.025. Set the reduced price, or request Level II.",
                Plans.Order(Plans.Line(1, 1), Plans.Line(2.7m, 30, discount: 2, code: "A-2"))
            },
            {
                "CommercialCardData.LineItems[0]: has a share in Discount (1.00 USD) that is not a whole cent: 0.33 differs by 0.003333. Include it in the prices, or request Level II.",
                Plans.Order(Plans.Line(1, 10), Plans.Line(1, 20, code: "A-2")) with
                {
                    Discount = Money.Usd(1),
                }
            },
            {
                "CommercialCardData.Duty: cannot be distributed over the lines, because their total is zero.",
                Plans.Order(Plans.Line(1, 0)) with
                {
                    Duty = Money.Usd(1),
                }
            },
            {
                "CommercialCardData.LineItems[0].UnitPrice: is zero, and it is not documented whether the provider then uses the catalog's price; omit the line.",
                Plans.Order(Plans.Line(2, 40, discount: 80))
            },
            {
                "CommercialCardData.LineItems[1].UnitPrice: (0.1275 USD) must have at most two decimals at this provider, which may round a more precise price.",
                Plans.Order(Plans.Line(2, 40, discount: 8), Plans.Line(1000, 0.1275m, code: "A-2"))
            },
        };

    [Theory]
    [MemberData(nameof(NotFolding))]
    public void An_amount_that_does_not_fold_names_its_line_and_the_difference(string first, CommercialCardData data)
    {
        var plan = Plans.Of(data, folds: true);
        var dropping = Plans.Of(data with { WhenNotExpressible = WhenNotExpressible.DropAndReport }, folds: true);

        Assert.Equal(first, plan.Problems[0].ToString());
        Assert.Empty(plan.Lines);
        Assert.Equal(CommercialDataLevel.LevelII, dropping.Level);
    }

    [Fact]
    public void A_rate_has_no_field_even_when_its_discount_folds()
    {
        var plan = Plans.Of(Plans.Order(Plans.Line(2, 40, discount: 8) with { DiscountRate = 10 }), folds: true);

        Assert.Equal(["LineItems[*].DiscountRate"], plan.Refused());
    }

    public static TheoryData<CommercialCardData> Unusable =>
        [
            Base with
            {
                LineItems = [null!],
            },
            Base with
            {
                LineItems = [Base.LineItems[0], null!],
            },
            Plans.Order(Plans.Line(1, 1) with { UnitPrice = default }),
            Plans.Order(Plans.Line(1, 1) with { UnitPrice = UnitPrice.Of(1, "EUR") }),
            Plans.Order(Plans.Line(1, 1) with { Discount = default(Money) }),
            Plans.Order(Plans.Line(1, 1) with { NetAmount = Money.Usd(-1) }),
            Plans.Order(Plans.Line(decimal.MaxValue, 1)),
            Plans.Order(Plans.Line(999_999_999, 922_337_203_685_477m)),
            Plans.Order(Plans.Line(1, 1, discount: 2)),
            Base with
            {
                Discount = Money.Usd(81),
            },
            Base with
            {
                Discount = default(Money),
            },
            Base with
            {
                Duty = Money.Eur(1),
            },
            Base with
            {
                Freight = default(Money),
            },
            Base with
            {
                Tax = new CommercialTax { Amount = Money.Usd(-1) },
            },
        ];

    [Theory]
    [MemberData(nameof(Unusable))]
    public void Data_that_cannot_be_calculated_is_left_to_the_validator(CommercialCardData data)
    {
        foreach (var amount in new[] { Money.Usd(96.60m), Money.Eur(96.60m), default })
        {
            Assert.Empty(Plans.Of(data, amount, folds: true).Problems);
            Assert.Empty(Plans.Of(data, amount, folds: true).Lines);
        }

        Assert.Contains(
            CommercialCardValidator.Validate(data, Money.Usd(96.60m)),
            finding => finding.Severity == CommercialCardSeverity.Error
        );
    }
}
