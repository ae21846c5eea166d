namespace PaymentAbstractions.Rebilly;

/// <summary>
/// Reads amounts: JSON numbers in major units, possibly written from a binary double. Source: core API reference, amounts.
/// </summary>
internal static class RebillyMoney
{
    /// <summary>The largest amount that is read and so the largest that is sent, in major units of whichever currency.</summary>
    /// <remarks>
    /// With the three decimals that a currency has at most these are 15 significant digits: what a binary double keeps, which an
    /// API that writes JSON numbers may use.
    /// </remarks>
    public const decimal LargestAmount = 999_999_999_999m;

    private const decimal BinaryNoise = 0.000001m;

    // A binary double is off by at most one part in 2 to the 53rd.
    private const decimal RelativeNoise = 1.2e-16m;

    /// <returns>The money, or <see langword="null"/> when a part is missing or the figure is no amount of that currency.</returns>
    public static Money? Read(decimal? amount, string? currencyCode)
    {
        if (amount is not { } figure || !Currency.TryParse(currencyCode, out var currency) || currency.Exponent < 0)
        {
            return null;
        }

        var rounded = decimal.Round(figure, currency.Exponent, MidpointRounding.AwayFromZero);
        var size = Math.Abs(rounded);
        return size > LargestAmount || Math.Abs(rounded - figure) > Math.Max(BinaryNoise, size * RelativeNoise)
            ? null
            : new Money(rounded, currency);
    }
}
