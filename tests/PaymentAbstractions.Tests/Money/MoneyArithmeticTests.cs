namespace PaymentAbstractions.Tests;

public class MoneyArithmeticTests
{
    private static readonly Money Highest = Money.FromMinorUnits(long.MaxValue, Currency.Usd);
    private static readonly Money Lowest = Money.FromMinorUnits(long.MinValue, Currency.Usd);
    private static readonly Money Cent = Money.Usd(0.01m);

    [Fact]
    public void Operators_and_methods_agree()
    {
        Assert.Equal(Money.Usd(15.75m), Money.Usd(12.5m) + Money.Usd(3.25m));
        Assert.Equal(Money.Usd(15.75m), Money.Add(Money.Usd(12.5m), Money.Usd(3.25m)));
        Assert.Equal(Money.Usd(-9.25m), Money.Usd(3.25m) - Money.Usd(12.5m));
        Assert.Equal(Money.Usd(-9.25m), Money.Subtract(Money.Usd(3.25m), Money.Usd(12.5m)));
        Assert.Equal(Money.Usd(-12.5m), -Money.Usd(12.5m));
        Assert.Equal(Money.Usd(-12.5m), Money.Negate(Money.Usd(12.5m)));
        Assert.Equal(Money.Usd(37.5m), Money.Usd(12.5m) * 3);
        Assert.Equal(Money.Usd(37.5m), 3L * Money.Usd(12.5m));
        Assert.Equal(Money.Usd(37.5m), Money.Multiply(Money.Usd(12.5m), 3));
    }

    [Fact]
    public void A_result_beyond_the_range_overflows()
    {
        Assert.Throws<OverflowException>(() => Highest + Cent);
        Assert.Throws<OverflowException>(() => Lowest - Cent);
        Assert.Throws<OverflowException>(() => -Lowest);
        Assert.Throws<OverflowException>(() => Highest * 2);
        Assert.Throws<OverflowException>(() => Lowest * -1);
        Assert.Throws<OverflowException>(() => Money.Sum([Highest, Cent]));
    }

    [Fact]
    public void Mixed_currencies_are_refused_and_named()
    {
        var dollar = Money.Usd(1);
        var euro = Money.Eur(1);
        Action[] attempts =
        [
            () => _ = dollar + euro,
            () => _ = dollar - euro,
            () => _ = dollar < euro,
            () => _ = dollar <= euro,
            () => _ = dollar > euro,
            () => _ = dollar >= euro,
            () => _ = dollar.CompareTo(euro),
            () => _ = Money.Sum([dollar, euro]),
            () => _ = Money.Sum([euro], Currency.Usd),
        ];

        Assert.All(
            attempts,
            attempt =>
            {
                var exception = Assert.Throws<InvalidOperationException>(attempt);
                Assert.Contains("USD and EUR", exception.Message, StringComparison.Ordinal);
            }
        );
    }

    [Fact]
    public void The_order_is_that_of_the_amounts()
    {
        var low = Money.Usd(1);
        var same = Money.Usd(1.00m);
        var high = Money.Usd(2);

        Assert.True(low < high && low <= high && low <= same && high > low && high >= low && low >= same);
        Assert.False(high < low || high <= low || low > high || low >= high || low < same || low > same);
        Assert.Equal(0, low.CompareTo(same));
        Assert.True(low.CompareTo(high) < 0);
    }

    [Fact]
    public void A_sum_needs_an_amount_or_a_currency()
    {
        Assert.Throws<InvalidOperationException>(() => Money.Sum([]));
        Assert.Throws<PaymentRequestException>(() => Money.Sum([], default));
        Assert.Throws<ArgumentNullException>(() => Money.Sum(null!));
        Assert.Throws<ArgumentNullException>(() => Money.Sum(null!, Currency.Usd));
        Assert.Equal(Money.Zero(Currency.Usd), Money.Sum([], Currency.Usd));
        Assert.Equal(Money.Usd(3.5m), Money.Sum([Money.Usd(1), Money.Usd(2.5m)]));
        Assert.Equal(Money.Usd(3.5m), Money.Sum([Money.Usd(1), Money.Usd(2.5m)], Currency.Usd));
    }

    [Fact]
    public void The_order_of_a_sum_does_not_matter_even_at_the_limit()
    {
        Assert.Equal(Highest, Money.Sum([Highest, Cent, -Cent]));
        Assert.Equal(Highest, Money.Sum([Cent, Highest, -Cent], Currency.Usd));
    }
}
