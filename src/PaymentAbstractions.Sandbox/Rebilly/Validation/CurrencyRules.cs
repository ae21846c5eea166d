namespace PaymentAbstractions.Sandbox.Rebilly;

/// <summary>The format of currencies and amounts in the API.</summary>
internal static class CurrencyRules
{
    public static bool IsCode(string value) => value.Length == 3 && value.All(char.IsAsciiLetterUpper);

    public static bool Fits(decimal amount, string currency) =>
        decimal.Round(amount, SandboxMoney.DecimalsOf(currency)) == amount;

    /// <summary>Removes trailing zeros, as in the API's doubles.</summary>
    public static decimal Plain(decimal amount) => amount / 1.0000000000000000000000000000m;
}
