using PaymentAbstractions.Tests;
using static PaymentAbstractions.CommercialCards.Tests.Orders;

namespace PaymentAbstractions.CommercialCards.Tests;

public sealed class CommercialCardBuilderTests
{
    [Fact]
    public void The_ordinary_order_takes_a_few_lines()
    {
        var order = Start()
            .AddLine("BOLT-10", "31161600", "Steel bolt M10", quantity: 2, unitPrice: 40.00m, taxRate: 8.25m)
            .WithFreight(10.00m)
            .Build();

        Assert.Equal(Money.Usd(96.60m), order.Amount);
        Assert.Equal(
            "lines 80.00 + tax 6.60 + freight 10.00 + duty 0.00 - discount 0.00 = 96.60 USD",
            order.Totals.ToString()
        );
        Assert.Equal(
            new CommercialTax
            {
                Amount = Money.Usd(6.60m),
                Treatment = TaxTreatment.Taxable,
                Calculation = TaxCalculation.NetPerLine,
            },
            order.Data.Tax
        );
        var line = Assert.Single(order.Data.LineItems);
        Assert.Equal(
            (Money.Usd(80m), Money.Usd(0m), Money.Usd(6.60m), TaxTreatment.Taxable),
            (line.NetAmount, line.Discount, line.Tax, line.TaxTreatment)
        );
    }

    [Fact]
    public void Gross_prices_contain_their_tax()
    {
        var order = Start(pricesIncludeTax: true)
            .AddLine("A", "31161600", "Steel bolt M10", 1, 119m, taxRate: 19m)
            .WithFreight(11.90m, taxRate: 19m)
            .Build();

        Assert.Equal(
            "lines 119.00 with tax 20.90 + freight 11.90 + duty 0.00 - discount 0.00 = 130.90 USD",
            order.Totals.ToString()
        );
        Assert.Equal(TaxCalculation.GrossPerLine, order.Data.Tax!.Calculation);
        Assert.True(order.Data.LineItems[0].TaxIncluded);
    }

    [Fact]
    public void A_discount_is_reckoned_from_its_rate()
    {
        var order = Start().AddLine(Item with { Discount = null, DiscountRate = 12.5m, TaxRate = 10m }).Build();

        // 2 x 40.00 = 80.00, 12.5 % of it = 10.00; 10 % of 70.00 = 7.00
        Assert.Equal(
            (Money.Usd(10m), Money.Usd(70m)),
            (order.Data.LineItems[0].Discount, order.Data.LineItems[0].NetAmount)
        );
        Assert.Equal(Money.Usd(77m), order.Amount);
    }

    [Fact]
    public void A_tax_is_reckoned_from_the_net_amount_that_the_shop_states()
    {
        // 1.5 x 0.03 = 0.045, which the shop rounds to even; 100 % of its 0.04
        var item = Item with
        {
            Quantity = 1.5m,
            UnitPrice = UnitPrice.Of(0.03m, "USD"),
            TaxRate = 100m,
        };

        var order = Start().AddLine(item with { NetAmount = Money.Usd(0.04m) }).Build();

        Assert.Equal(Money.Usd(0.04m), order.Data.LineItems[0].Tax);
        Assert.Equal(Money.Usd(0.08m), order.Amount);
    }

    [Fact]
    public void Lines_that_are_set_stay_and_others_come_after_them()
    {
        var order = Start()
            .AddLine(Item with { ProductCode = "B" })
            .With(data => data with { InvoiceNumber = "R-2041", LineItems = [Item] })
            .WithTax(1m)
            .Build();

        Assert.Equal(["BOLT-10", "B"], order.Data.LineItems.Select(line => line.ProductCode));
        Assert.Equal("R-2041", order.Data.InvoiceNumber);
        Assert.Equal(Money.Usd(161m), order.Amount);
    }

    [Fact]
    public void It_goes_on_from_where_it_is()
    {
        var builder = Start().AddLine(Item).TaxExempt();

        var first = builder.Build();
        var second = builder.AddLine(Item with { ProductCode = "B" }).WithDuty(1m).WithDiscount(2m).Build();

        Assert.Equal((Money.Usd(80m), Money.Usd(159m)), (first.Amount, second.Amount));
        Assert.Equal(first, Start().AddLine(Item).TaxExempt().Build());
    }

    [Fact]
    public void A_stored_address_is_an_address()
    {
        var order = new CommercialCardBuilder(Currency.Usd)
            .ForCustomer("PO-88")
            .Ship("60601", "771")
            .AddLine(Item)
            .TaxExempt()
            .Build();

        Assert.Equal("771", order.Data.ShipToStoredAddressId);
    }

    [Fact]
    public void Every_problem_is_listed_what_cannot_be_added_up_too()
    {
        var builder = new CommercialCardBuilder(Currency.Usd)
            .AddLine("", "31161600", "item", quantity: -1m, unitPrice: 40m, taxRate: 101m)
            .AddLine(Item with { Tax = Money.Eur(1m), UnitOfMeasure = null })
            .AddLine(Item with { ProductCode = "C", Discount = Money.Usd(-1m) });

        var refused = Assert.Throws<PaymentRequestException>(() => builder.Build());

        Assert.Equal(
            [
                "LineItems[0].ProductCode",
                "LineItems[0].Description",
                "LineItems[0].Quantity",
                "LineItems[0].TaxRate",
                "LineItems[1].Tax",
                "LineItems[2].Discount",
                "CustomerReference",
                "ShipTo.PostalCode",
                "ShipTo.Country",
                "ShipFromPostalCode",
                "LineItems[0].ProductCode",
                "LineItems[1].UnitOfMeasure",
            ],
            refused.Problems.Select(problem => problem.Field)
        );
    }

    [Fact]
    public void Sums_beyond_the_range_are_listed_among_the_problems()
    {
        var item = Item with { Quantity = 999_999_999m, UnitPrice = UnitPrice.Of(92_233_720.3685m, "USD") };
        var builder = new CommercialCardBuilder(Currency.Usd)
            .Ship("60601", NewYork)
            .AddLine(item)
            .AddLine(item with { ProductCode = "B" })
            .TaxExempt();

        var refused = Assert.Throws<PaymentRequestException>(() => builder.Build());

        Assert.Equal(["CustomerReference", "LineItems"], refused.Problems.Select(problem => problem.Field));
    }

    [Fact]
    public void Taxes_beyond_the_range_are_a_problem_and_no_overflow()
    {
        var most = Money.FromMinorUnits(long.MaxValue, Currency.Usd);
        var builder = Start().AddLine(Item with { Tax = most }).AddLine(Item with { ProductCode = "B", Tax = most });

        var refused = Assert.Throws<PaymentRequestException>(() => builder.Build());

        Assert.Equal(["Tax.Amount", "LineItems"], refused.Problems.Select(problem => problem.Field));
    }

    [Fact]
    public void A_freight_tax_in_another_currency_is_a_problem_and_no_other_exception()
    {
        var builder = Start().AddLine(Item).With(data => data with { FreightTax = Money.Eur(1m) });

        var refused = Assert.Throws<PaymentRequestException>(() => builder.Build());

        Assert.Equal(["FreightTax"], refused.Problems.Select(problem => problem.Field));
    }

    [Fact]
    public void Amounts_finer_than_they_may_be_are_refused_at_once()
    {
        Assert.Throws<PaymentRequestException>(() => Start().WithFreight(0.001m));
        Assert.Throws<PaymentRequestException>(() => Start().WithDuty(0.001m));
        Assert.Throws<PaymentRequestException>(() => Start().WithDiscount(0.001m));
        Assert.Throws<PaymentRequestException>(() => Start().WithTax(0.001m));
        Assert.Throws<PaymentRequestException>(() => Start().AddLine("A", "1", "Bolt", 1, 0.00001m));
        Assert.Throws<PaymentRequestException>(() => Start().AddLine("A", "1", "Bolt", 1, -1m));
        Assert.Throws<PaymentRequestException>(() => Start().AddLine("A", "1", "Bolt", 1, 1m, discount: 0.001m));
        Assert.Throws<PaymentRequestException>(() => new CommercialCardBuilder(default));
        Assert.Throws<PaymentRequestException>(() => new CommercialCardBuilder(Currency.Parse("XAU")));
    }

    [Fact]
    public void Nothing_is_an_argument_error()
    {
        Assert.Throws<ArgumentNullException>(() => Start().AddLine(null!));
        Assert.Throws<ArgumentNullException>(() => Start().With(null!));
        Assert.Throws<ArgumentException>(() => Start().With(_ => null!));
        Assert.Throws<ArgumentNullException>(() => CommercialCardTotals.Of(null!, Currency.Usd));
    }

    [Fact]
    public void Totals_read_as_they_stand_under_an_invoice_in_every_culture()
    {
        using var scope = CultureScope.Enter("hostile");

        var totals = CommercialCardTotals.Of(Bolts.Discount(0.60m), Currency.Usd);

        Assert.Equal(
            "lines 80.00 + tax 6.60 + freight 10.00 + duty 0.00 - discount 0.60 = 96.00 USD",
            totals.ToString()
        );
    }

    [Fact]
    public void Totals_of_what_cannot_be_added_up_are_refused_with_every_reason()
    {
        var data = Bolts with { Freight = Money.Eur(1m), Duty = default(Money) };

        var refused = Assert.Throws<PaymentRequestException>(() => CommercialCardTotals.Of(data, Currency.Usd));

        Assert.Equal(["Freight", "Duty"], refused.Problems.Select(problem => problem.Field));
    }

    private static CommercialLineItem Item => Line("BOLT-10", 2m, 40m);

    private static CommercialCardBuilder Start(bool pricesIncludeTax = false) =>
        new CommercialCardBuilder(Currency.Usd, pricesIncludeTax).ForCustomer("PO-88").Ship("60601", NewYork);
}
