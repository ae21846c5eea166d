namespace PaymentAbstractions.Adapters;

/// <summary>Reads amounts in major units, possibly written from a binary double.</summary>
public static class ProviderMoney
{
    // A double that stands for an amount is this close to it.
    private const decimal BinaryNoise = 0.000001m;
    private const decimal Largest = 10_000_000_000m;

    /// <summary>Reads an amount.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="currency">The currency.</param>
    /// <returns>The money; <see langword="null"/> when a part is missing or the figure is no amount of the currency.</returns>
    public static Money? Read(decimal? figure, Currency? currency)
    {
        if (figure is not { } given || currency is not { IsSpecified: true, Exponent: >= 0 } known)
        {
            return null;
        }

        if (Math.Abs(given) > Largest)
        {
            return null;
        }

        var rounded = decimal.Round(given, known.Exponent, MidpointRounding.AwayFromZero);
        return Math.Abs(rounded - given) > BinaryNoise ? null : new Money(rounded, known);
    }

    /// <summary>Reads an amount.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="currency">The code of the currency, ISO 4217.</param>
    /// <returns>The money; <see langword="null"/> when a part is missing or the figure is no amount of the currency.</returns>
    public static Money? Read(decimal? figure, string? currency) =>
        Currency.TryParse(currency, out var known) ? Read(figure, known) : null;
}
