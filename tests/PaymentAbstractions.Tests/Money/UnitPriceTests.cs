using System.Globalization;

namespace PaymentAbstractions.Tests;

public class UnitPriceTests
{
    [Theory]
    [InlineData("0.1275", "USD", "0.1275 USD")]
    [InlineData("12.5", "USD", "12.50 USD")]
    [InlineData("12.500", "USD", "12.50 USD")]
    [InlineData("12.1250000", "USD", "12.125 USD")]
    [InlineData("0", "USD", "0.00 USD")]
    [InlineData("3.5", "JPY", "3.5 JPY")]
    [InlineData("3", "JPY", "3 JPY")]
    [InlineData("1.2", "KWD", "1.200 KWD")]
    [InlineData("1.2", "UYW", "1.2000 UYW")]
    [InlineData("922337203685477.5807", "USD", "922337203685477.5807 USD")]
    public void Up_to_four_decimals_are_kept(string amount, string code, string expected)
    {
        var value = decimal.Parse(amount, CultureInfo.InvariantCulture);

        var price = UnitPrice.Of(value, code);

        Assert.Equal(expected, price.ToString());
        Assert.Equal(value, price.Amount);
        Assert.Equal(Currency.Parse(code), price.Currency);
        Assert.True(price.IsSpecified);
    }

    [Theory]
    [InlineData("0", "USD", 0)]
    [InlineData("0.1275", "USD", 1275)]
    [InlineData("12.5", "USD", 125_000)]
    [InlineData("3", "JPY", 30_000)]
    [InlineData("1.2", "KWD", 12_000)]
    [InlineData("922337203685477.5807", "USD", long.MaxValue)]
    public void A_price_has_four_decimals_in_every_currency(string amount, string code, long expected)
    {
        var price = UnitPrice.Of(decimal.Parse(amount, CultureInfo.InvariantCulture), code);

        Assert.Equal(expected, price.ToTenThousandths());
    }

    [Theory]
    [InlineData("0.12345")]
    [InlineData("0.00001")]
    [InlineData("-0.01")]
    [InlineData("922337203685477.5808")]
    [InlineData("79228162514264337593543950335")]
    public void Any_other_price_is_refused(string amount)
    {
        var value = decimal.Parse(amount, CultureInfo.InvariantCulture);

        var exception = Assert.Throws<PaymentRequestException>(() => new UnitPrice(value, Currency.Usd));

        Assert.Equal("UnitPrice", Assert.Single(exception.Problems).Field);
    }

    [Fact]
    public void A_currency_that_is_missing_or_not_money_is_refused()
    {
        Assert.Throws<PaymentRequestException>(() => new UnitPrice(1, default));
        Assert.Throws<PaymentRequestException>(() => UnitPrice.Of(1, "XAU"));
    }

    [Fact]
    public void The_default_value_is_unusable()
    {
        UnitPrice none = default;

        Assert.False(none.IsSpecified);
        Assert.Equal("(none)", none.ToString());
        Assert.Throws<InvalidOperationException>(() => none.Amount);
        Assert.Throws<InvalidOperationException>(() => none.Currency);
        Assert.Throws<InvalidOperationException>(() => none.ToTenThousandths());
        Assert.True(none == default);
        Assert.True(none != UnitPrice.Of(0, "USD"));
    }

    [Fact]
    public void Equality_is_that_of_value_and_currency()
    {
        Assert.True(UnitPrice.Of(1.5m, "USD") == UnitPrice.Of(1.50m, "USD"));
        Assert.Equal(UnitPrice.Of(1.5m, "USD").GetHashCode(), UnitPrice.Of(1.50m, "USD").GetHashCode());
        Assert.True(UnitPrice.Of(1.5m, "USD") != UnitPrice.Of(1.5m, "EUR"));
        Assert.True(UnitPrice.Of(1.5m, "USD") != UnitPrice.Of(1.6m, "USD"));
        Assert.True(UnitPrice.Of(1, "USD").Equals((object)UnitPrice.Of(1, "USD")));
        Assert.False(UnitPrice.Of(1, "USD").Equals(1m));
    }
}
