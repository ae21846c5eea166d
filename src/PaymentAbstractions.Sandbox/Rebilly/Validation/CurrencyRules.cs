namespace PaymentAbstractions.Sandbox.Rebilly;

/// <summary>Currencies and amounts as the API takes and writes them.</summary>
internal static class CurrencyRules
{
    public static bool IsCode(string value) => value.Length == 3 && value.All(char.IsAsciiLetterUpper);

    public static bool Fits(decimal amount, string currency) =>
        decimal.Round(amount, SandboxMoney.DecimalsOf(currency)) == amount;

    /// <summary>The same number without trailing zeros, the way the API's doubles are written.</summary>
    public static decimal Plain(decimal amount) => amount / 1.0000000000000000000000000000m;
}
