namespace PaymentAbstractions.Sandbox.Rebilly;

/// <summary>ISO 4217 exponents: how many decimals an amount in major units may have.</summary>
internal static class CurrencyRules
{
    private static readonly HashSet<string> NoDecimals = new(
        "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF".Split(' '),
        StringComparer.Ordinal
    );

    private static readonly HashSet<string> ThreeDecimals = new(
        "BHD IQD JOD KWD LYD OMR TND".Split(' '),
        StringComparer.Ordinal
    );

    public static bool IsCode(string value) => value.Length == 3 && value.All(char.IsAsciiLetterUpper);

    public static bool Fits(decimal amount, string currency) => decimal.Round(amount, Exponent(currency)) == amount;

    /// <summary>The same number without trailing zeros, the way the API's doubles are written.</summary>
    public static decimal Plain(decimal amount) => amount / 1.0000000000000000000000000000m;

    private static int Exponent(string currency)
    {
        if (NoDecimals.Contains(currency))
        {
            return 0;
        }

        if (ThreeDecimals.Contains(currency))
        {
            return 3;
        }

        return currency is "CLF" or "UYW" ? 4 : 2;
    }
}
