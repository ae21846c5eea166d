using System.Globalization;

namespace PaymentAbstractions.Tests;

public class MoneyTests
{
    [Theory]
    [InlineData("12.5", "USD", "12.50")]
    [InlineData("12.500", "USD", "12.50")]
    [InlineData("0", "USD", "0.00")]
    [InlineData("-0.010", "USD", "-0.01")]
    [InlineData("1250", "JPY", "1250")]
    [InlineData("1250.000", "JPY", "1250")]
    [InlineData("1.2", "KWD", "1.200")]
    [InlineData("1.2345", "UYW", "1.2345")]
    [InlineData("1", "BGN", "1.00")]
    [InlineData("92233720368547758.07", "USD", "92233720368547758.07")]
    [InlineData("-92233720368547758.08", "USD", "-92233720368547758.08")]
    [InlineData("9223372036854775807", "JPY", "9223372036854775807")]
    [InlineData("-9223372036854775808", "JPY", "-9223372036854775808")]
    [InlineData("922337203685477.5807", "CLF", "922337203685477.5807")]
    public void The_scale_becomes_that_of_the_currency(string amount, string code, string expected)
    {
        var money = Money.Of(decimal.Parse(amount, CultureInfo.InvariantCulture), code);

        Assert.Equal(expected, money.Amount.ToString(CultureInfo.InvariantCulture));
        Assert.Equal(Currency.Parse(code), money.Currency);
    }

    [Theory]
    [InlineData("12.505", "USD")]
    [InlineData("-12.505", "USD")]
    [InlineData("0.001", "EUR")]
    [InlineData("1.5", "JPY")]
    [InlineData("1.2345", "KWD")]
    [InlineData("0.00001", "UYW")]
    [InlineData("0.0000000000000000000000000001", "USD")]
    [InlineData("7.9228162514264337593543950335", "USD")]
    public void An_amount_finer_than_its_currency_is_refused(string amount, string code)
    {
        var value = decimal.Parse(amount, CultureInfo.InvariantCulture);

        var exception = Assert.Throws<PaymentRequestException>(() => Money.Of(value, code));

        var problem = Assert.Single(exception.Problems);
        Assert.Equal("Amount", problem.Field);
        Assert.Contains(code, problem.Message, StringComparison.Ordinal);
        Assert.Contains("more decimals", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("92233720368547758.08", "USD")]
    [InlineData("-92233720368547758.09", "USD")]
    [InlineData("9223372036854775808", "JPY")]
    [InlineData("-9223372036854775809", "JPY")]
    [InlineData("922337203685477.5808", "CLF")]
    [InlineData("79228162514264337593543950335", "USD")]
    [InlineData("-79228162514264337593543950335", "KWD")]
    public void An_amount_outside_the_range_is_refused(string amount, string code)
    {
        var value = decimal.Parse(amount, CultureInfo.InvariantCulture);

        var exception = Assert.Throws<PaymentRequestException>(() => Money.Of(value, code));

        var problem = Assert.Single(exception.Problems);
        Assert.Equal("Amount", problem.Field);
        Assert.Contains("range", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_code_that_is_not_money_is_refused_in_every_way()
    {
        var notMoney = Currency.All.Where(currency => currency.Exponent < 0).ToList();

        Assert.Equal(13, notMoney.Count);
        Assert.All(
            notMoney,
            currency =>
            {
                var exception = Assert.Throws<PaymentRequestException>(() => new Money(1, currency));
                Assert.Equal("Currency", Assert.Single(exception.Problems).Field);
                Assert.Throws<PaymentRequestException>(() => Money.Zero(currency));
                Assert.Throws<PaymentRequestException>(() => Money.FromMinorUnits(1, currency));
                Assert.Throws<PaymentRequestException>(() => Money.Parse($"1 {currency.Code}"));
                Assert.False(Money.TryParse($"1 {currency.Code}", out _));
            }
        );
    }

    [Fact]
    public void A_missing_currency_is_refused()
    {
        var exception = Assert.Throws<PaymentRequestException>(() => new Money(1, default));

        Assert.Equal("Currency", Assert.Single(exception.Problems).Field);
        Assert.Throws<PaymentRequestException>(() => Money.FromMinorUnits(1, default));
    }

    [Theory]
    [InlineData(1250, "USD", "12.50")]
    [InlineData(1250, "JPY", "1250")]
    [InlineData(1250, "KWD", "1.250")]
    [InlineData(-1, "USD", "-0.01")]
    [InlineData(long.MaxValue, "USD", "92233720368547758.07")]
    [InlineData(long.MinValue, "USD", "-92233720368547758.08")]
    [InlineData(4294967296, "JPY", "4294967296")]
    public void Minor_units_become_an_amount_and_back(long units, string code, string expected)
    {
        var money = Money.FromMinorUnits(units, Currency.Parse(code));

        Assert.Equal(expected, money.Amount.ToString(CultureInfo.InvariantCulture));
        Assert.Equal(units, money.ToMinorUnits());
    }

    [Fact]
    public void The_shortcuts_name_their_currency()
    {
        Assert.Equal("12.50 USD", Money.Usd(12.5m).ToString());
        Assert.Equal("12.50 EUR", Money.Eur(12.5m).ToString());
        Assert.Equal("0 JPY", Money.Zero(Currency.Jpy).ToString());
    }

    [Theory]
    [InlineData(-1, false, false, true)]
    [InlineData(0, true, false, false)]
    [InlineData(1, false, true, false)]
    public void The_sign_is_reported(int cents, bool isZero, bool isPositive, bool isNegative)
    {
        var money = Money.FromMinorUnits(cents, Currency.Usd);

        Assert.Equal((isZero, isPositive, isNegative), (money.IsZero, money.IsPositive, money.IsNegative));
    }

    [Fact]
    public void The_default_value_is_unusable()
    {
        Money none = default;

        Assert.False(none.IsSpecified);
        Assert.True(Money.Zero(Currency.Usd).IsSpecified);
        Assert.Equal("(none)", none.ToString());
        Assert.Throws<InvalidOperationException>(() => none.Amount);
        Assert.Throws<InvalidOperationException>(() => none.Currency);
        Assert.Throws<InvalidOperationException>(() => none.IsZero);
        Assert.Throws<InvalidOperationException>(() => none.IsPositive);
        Assert.Throws<InvalidOperationException>(() => none.IsNegative);
        Assert.Throws<InvalidOperationException>(() => none.ToMinorUnits());
        Assert.Throws<InvalidOperationException>(() => none + none);
        Assert.Throws<InvalidOperationException>(() => Money.Usd(1) + none);
        Assert.Throws<InvalidOperationException>(() => none - Money.Usd(1));
        Assert.Throws<InvalidOperationException>(() => -none);
        Assert.Throws<InvalidOperationException>(() => none * 2);
        Assert.Throws<InvalidOperationException>(() => none.CompareTo(Money.Usd(1)));
        Assert.Throws<InvalidOperationException>(() => Money.Sum([none]));
    }

    [Fact]
    public void Equality_is_safe_for_every_value()
    {
        Money none = default;

        Assert.True(none == default);
        Assert.False(none.Equals(Money.Zero(Currency.Usd)));
        Assert.False(Money.Zero(Currency.Usd).Equals(none));
        Assert.True(Money.Usd(12.5m) == Money.Usd(12.50m));
        Assert.Equal(Money.Usd(12.5m).GetHashCode(), Money.Usd(12.50m).GetHashCode());
        Assert.True(Money.Usd(1) != Money.Eur(1));
        Assert.True(Money.Usd(1) != Money.Usd(2));
        Assert.True(Money.Usd(1).Equals((object)Money.Usd(1)));
        Assert.False(Money.Usd(1).Equals(1m));
    }

    [Fact]
    public void Nothing_converts_from_or_to_a_floating_point_number()
    {
        var signatures = typeof(Money)
            .GetMembers()
            .OfType<System.Reflection.MethodBase>()
            .SelectMany(method => method.GetParameters())
            .Select(parameter => parameter.ParameterType)
            .ToList();

        Assert.NotEmpty(signatures);
        Assert.DoesNotContain(typeof(double), signatures);
        Assert.DoesNotContain(typeof(float), signatures);
        Assert.Null(typeof(Money).GetMethod("op_Implicit"));
        Assert.Null(typeof(Money).GetMethod("op_Explicit"));
    }
}
