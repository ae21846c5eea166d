using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace PaymentAbstractions.Adapters.Tests;

public sealed class ProviderMoneyTests
{
    [Theory]
    [InlineData("12.5", "USD", "12.50 USD")]
    [InlineData("12.4999999999", "USD", "12.50 USD")]
    [InlineData("12.500001", "USD", "12.50 USD")]
    [InlineData("-3", "EUR", "-3.00 EUR")]
    [InlineData("1250", "JPY", "1250 JPY")]
    [InlineData("1.234", "KWD", "1.234 KWD")]
    public void An_amount_is_read_with_the_noise_of_a_binary_number(string figure, string currency, string expected) =>
        Assert.Equal(expected, ProviderMoney.Read(Figure(figure), currency).ToString());

    [Theory]
    [InlineData("12.505", "USD")]
    [InlineData("12.50001", "USD")]
    [InlineData("12.5", "JPY")]
    [InlineData("1000000000000", "USD")]
    [InlineData("79228162514264337593543950335", "USD")]
    [InlineData("12.50", "XXX")]
    [InlineData("12.50", "dollars")]
    [InlineData("12.50", "")]
    [InlineData("12.50", null)]
    [InlineData(null, "USD")]
    public void An_invalid_amount_of_the_currency_is_not_read(string? figure, string? currency) =>
        Assert.Null(ProviderMoney.Read(figure is null ? null : Figure(figure), currency));

    [Theory]
    [InlineData(1250, "usd", "12.50 USD")]
    [InlineData(1250, "JPY", "1250 JPY")]
    [InlineData(1250, "KWD", "1.250 KWD")]
    [InlineData(1250, "XXX", null)]
    [InlineData(1250, "dollars", null)]
    [InlineData(1250, null, null)]
    [InlineData(null, "USD", null)]
    public void Minor_units_are_read_by_the_currency(int? units, string? currency, string? expected) =>
        Assert.Equal(expected, ProviderMoney.FromMinorUnits(units, currency)?.ToString());

    [Fact]
    public void No_figure_is_read_as_another_one() =>
        Prop.ForAll<decimal>(figure =>
                ProviderMoney.Read(figure, Currency.Usd) is not { } money
                || Math.Abs(money.Amount - figure) <= 0.000001m
            )
            .QuickCheckThrowOnFailure();

    private static decimal Figure(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
