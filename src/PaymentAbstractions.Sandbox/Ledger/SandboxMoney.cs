namespace PaymentAbstractions.Sandbox;

/// <summary>Reads amounts as providers send them, by the decimals that ISO 4217 gives a currency.</summary>
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

    /// <summary>Turns minor units into major ones, for a movement of the ledger.</summary>
    /// <param name="amount">A number of the currency's minor unit: cents, yen, or thousandths of a dinar.</param>
    /// <param name="currency">The ISO 4217 code, in either case. One that is not known has two decimals.</param>
    /// <returns>The amount in major units: 1250 are 12.50 USD, 1250 JPY or 1.250 KWD.</returns>
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
