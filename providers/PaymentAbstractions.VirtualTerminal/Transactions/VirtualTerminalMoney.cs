namespace PaymentAbstractions.VirtualTerminal;

/// <summary>Reads amounts: JSON numbers in major units of the configured currency, possibly written from a binary double.</summary>
internal static class VirtualTerminalMoney
{
    private const decimal BinaryNoise = 0.000001m;

    /// <returns>The money, or <see langword="null"/> when the figure is missing, negative or no amount of that currency.</returns>
    public static Money? Read(decimal? amount, Currency currency)
    {
        if (amount is not (>= 0 and <= 10_000_000_000m) || amount is not { } figure)
        {
            return null;
        }

        var rounded = decimal.Round(figure, currency.Exponent, MidpointRounding.AwayFromZero);
        return Math.Abs(rounded - figure) > BinaryNoise ? null : new Money(rounded, currency);
    }
}
