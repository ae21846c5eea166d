namespace PaymentAbstractions.Sandbox.Tests.Ledger;

public sealed class SandboxMoneyTests
{
    [Theory]
    [InlineData("USD", "12.50")]
    [InlineData("jpy", "1250")]
    [InlineData("KWD", "1.250")]
    [InlineData("CLF", "0.1250")]
    [InlineData("???", "12.50")]
    public void Minor_units_are_those_of_the_currency(string currency, string amount) =>
        Assert.Equal(
            decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture),
            SandboxMoney.FromMinorUnits(1250, currency)
        );
}
