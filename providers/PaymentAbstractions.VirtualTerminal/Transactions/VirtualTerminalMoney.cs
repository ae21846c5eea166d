namespace PaymentAbstractions.VirtualTerminal;

/// <summary>Reads amounts: JSON numbers in major units of the configured currency, possibly written from a binary double.</summary>
internal static class VirtualTerminalMoney
{
    /// <summary>The largest amount that is read and so the largest that is sent, in major units.</summary>
    /// <remarks>
    /// With two decimals these are 14 significant digits; a binary double, which an API that writes JSON numbers may use, keeps 15.
    /// </remarks>
    public const decimal LargestAmount = 999_999_999_999m;

    private const decimal BinaryNoise = 0.000001m;

    // A binary double is off by at most one part in 2 to the 53rd.
    private const decimal RelativeNoise = 1.2e-16m;

    /// <returns>The money, or <see langword="null"/> when the figure is missing, negative or no amount of that currency.</returns>
    public static Money? Read(decimal? amount, Currency currency)
    {
        if (amount is not (>= 0 and <= LargestAmount) || amount is not { } figure)
        {
            return null;
        }

        var rounded = decimal.Round(figure, currency.Exponent, MidpointRounding.AwayFromZero);
        var noise = Math.Max(BinaryNoise, figure * RelativeNoise);
        return Math.Abs(rounded - figure) > noise ? null : new Money(rounded, currency);
    }
}
