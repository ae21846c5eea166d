namespace PaymentAbstractions.Sandbox;

/// <summary>Converts amounts as providers send them, according to the number of decimals of a currency in ISO 4217.</summary>
public static class SandboxMoney
{
    private static readonly HashSet<string> NoDecimals = new(
        "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF".Split(' '),
        StringComparer.OrdinalIgnoreCase
    );

    private static readonly HashSet<string> ThreeDecimals = new(
        "BHD IQD JOD KWD LYD OMR TND".Split(' '),
        StringComparer.OrdinalIgnoreCase
    );

    private static readonly HashSet<string> FourDecimals = new(["CLF", "UYW"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Converts minor units to major units, for a movement in the ledger.</summary>
    /// <param name="amount">The amount in the currency's minor unit: cents, yen, or thousandths of a dinar.</param>
    /// <param name="currency">The case-insensitive ISO 4217 code. An unknown currency has two decimals.</param>
    /// <returns>The amount in major units: 1250 is 12.50 USD, 1250 JPY or 1.250 KWD.</returns>
    public static decimal FromMinorUnits(long amount, string currency)
    {
        var figure = (decimal)amount;
        for (var decimals = DecimalsOf(currency); decimals > 0; decimals--)
        {
            figure /= 10;
        }

        return figure;
    }

    internal static int DecimalsOf(string currency) =>
        NoDecimals.Contains(currency) ? 0
        : ThreeDecimals.Contains(currency) ? 3
        : FourDecimals.Contains(currency) ? 4
        : 2;
}
