namespace PaymentAbstractions.Adapters;

/// <summary>Reads amounts: in major units, possibly written from a binary double, or in minor units.</summary>
public static class ProviderMoney
{
    /// <summary>
    /// The largest amount that is read, and so the largest to send: 999,999,999,999 in major units of whichever currency.
    /// </summary>
    /// <remarks>
    /// With the three decimals that a currency has at most these are 15 significant digits: what a binary double keeps, which an API that
    /// writes JSON numbers may use.
    /// </remarks>
    public const decimal LargestAmount = 999_999_999_999m;

    // A double that stands for an amount is this close to it, and off by at most one part in 2 to the 53rd.
    private const decimal BinaryNoise = 0.000001m;
    private const decimal RelativeNoise = 1.2e-16m;

    /// <summary>Reads an amount.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="currency">The currency.</param>
    /// <returns>The money; <see langword="null"/> when a part is missing or the figure is not an amount of the currency.</returns>
    public static Money? Read(decimal? figure, Currency? currency)
    {
        if (figure is not { } given || currency is not { IsSpecified: true, Exponent: >= 0 } known)
        {
            return null;
        }

        var rounded = decimal.Round(given, known.Exponent, MidpointRounding.AwayFromZero);
        var size = Math.Abs(rounded);
        return size > LargestAmount || Math.Abs(rounded - given) > Math.Max(BinaryNoise, size * RelativeNoise)
            ? null
            : new Money(rounded, known);
    }

    /// <summary>Reads an amount.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="currency">The code of the currency, ISO 4217.</param>
    /// <returns>The money; <see langword="null"/> when a part is missing or the figure is not an amount of the currency.</returns>
    public static Money? Read(decimal? figure, string? currency) =>
        Currency.TryParse(currency, out var known) ? Read(figure, known) : null;

    /// <summary>Reads an amount in minor units, such as cents. <see cref="Money.ToMinorUnits"/> writes one.</summary>
    /// <param name="units">How many.</param>
    /// <param name="currency">The code of the currency, ISO 4217; it decides how many minor units one major unit has.</param>
    /// <returns>The money; <see langword="null"/> when a part is missing or the currency has no minor units.</returns>
    public static Money? FromMinorUnits(long? units, string? currency) =>
        units is { } given && Currency.TryParse(currency, out var known) && known.Exponent >= 0
            ? Money.FromMinorUnits(given, known)
            : null;
}
