namespace PaymentAbstractions.Tests;

public class MoneyTextTests
{
    [Theory]
    [InlineData("12.50 USD", "12.50 USD")]
    [InlineData("USD 12.50", "12.50 USD")]
    [InlineData("12.5 usd", "12.50 USD")]
    [InlineData("12.500 USD", "12.50 USD")]
    [InlineData("12 USD", "12.00 USD")]
    [InlineData("JPY 1250", "1250 JPY")]
    [InlineData("1250.00 JPY", "1250 JPY")]
    [InlineData("-0.01 USD", "-0.01 USD")]
    [InlineData("USD -12.50", "-12.50 USD")]
    [InlineData("-0 USD", "0.00 USD")]
    [InlineData("007 USD", "7.00 USD")]
    [InlineData("1.234 KWD", "1.234 KWD")]
    [InlineData("9 EUR", "9.00 EUR")]
    [InlineData("92233720368547758.07 USD", "92233720368547758.07 USD")]
    [InlineData("-92233720368547758.08 USD", "-92233720368547758.08 USD")]
    [InlineData("USD 123", "123.00 USD")]
    public void Both_orders_parse(string text, string expected)
    {
        Assert.Equal(expected, Money.Parse(text).ToString());
        Assert.True(Money.TryParse(text, out var money));
        Assert.Equal(expected, money.ToString());
    }

    [Theory]
    [InlineData("", "Amount")]
    [InlineData("12.50", "Amount")]
    [InlineData("USD", "Amount")]
    [InlineData(" USD", "Amount")]
    [InlineData("USD ", "Amount")]
    [InlineData("12.50USD", "Amount")]
    [InlineData("12.50  USD", "Amount")]
    [InlineData(" 12.50 USD", "Amount")]
    [InlineData("12.50 USD ", "Amount")]
    [InlineData("12.50\tUSD", "Amount")]
    [InlineData("12.50\u00a0USD", "Amount")]
    [InlineData("1,250.00 USD", "Amount")]
    [InlineData("1.250,00 USD", "Amount")]
    [InlineData("12,50 USD", "Amount")]
    [InlineData("1 250 USD", "Amount")]
    [InlineData("1e3 USD", "Amount")]
    [InlineData("1E3 USD", "Amount")]
    [InlineData("+1 USD", "Amount")]
    [InlineData("--1 USD", "Amount")]
    [InlineData("- USD", "Amount")]
    [InlineData("-.5 USD", "Amount")]
    [InlineData(".5 USD", "Amount")]
    [InlineData("5. USD", "Amount")]
    [InlineData("1.2.3 USD", "Amount")]
    [InlineData("(1) USD", "Amount")]
    [InlineData("1- USD", "Amount")]
    [InlineData("$1 USD", "Amount")]
    [InlineData("0x1 USD", "Amount")]
    [InlineData("−1 USD", "Amount")]
    [InlineData("١٢ USD", "Amount")]
    [InlineData("１２ USD", "Amount")]
    [InlineData("(none)", "Amount")]
    [InlineData("USD 1 USD", "Amount")]
    [InlineData("12.505 USD", "Amount")]
    [InlineData("0.0000000000000000000000000000000000000001 USD", "Amount")]
    [InlineData("1.5 JPY", "Amount")]
    [InlineData("92233720368547758.08 USD", "Amount")]
    [InlineData("-92233720368547758.09 USD", "Amount")]
    [InlineData("99999999999999999999999999999999999999999999999999 USD", "Amount")]
    [InlineData("12.50 ZZZ", "Currency")]
    [InlineData("ZZZ 12.50", "Currency")]
    [InlineData("1 XAU", "Currency")]
    [InlineData("1.5 456", "Currency")]
    public void Anything_else_is_refused(string text, string field)
    {
        var exception = Assert.Throws<PaymentRequestException>(() => Money.Parse(text));

        Assert.Equal(field, Assert.Single(exception.Problems).Field);
        Assert.False(Money.TryParse(text, out var money));
        Assert.Equal(default, money);
    }

    [Fact]
    public void Null_is_refused()
    {
        Assert.Throws<ArgumentNullException>(() => Money.Parse(null!));
        Assert.False(Money.TryParse(null, out _));
    }

    [Theory]
    [MemberData(nameof(CultureScope.Names), MemberType = typeof(CultureScope))]
    public void No_culture_changes_what_is_written_or_read(string culture)
    {
        using var scope = CultureScope.Enter(culture);

        var text = Money.Usd(-1234567.5m).ToString();

        Assert.Equal("-1234567.50 USD", text);
        Assert.Equal(Money.Usd(-1234567.5m), Money.Parse(text));
        Assert.False(Money.TryParse("12,50 USD", out _));
        Assert.Equal("12.50 INR", Money.Parse("inr 12.5").ToString());
        Assert.Equal("0.1275 USD", new UnitPrice(0.1275m, Currency.Usd).ToString());
    }
}
