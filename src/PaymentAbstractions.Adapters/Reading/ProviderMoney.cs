namespace PaymentAbstractions.Adapters;

/// <summary>Reads amounts in major units, which may come from a binary double, or in minor units.</summary>
public static class ProviderMoney
{
    /// <summary>
    /// The largest amount that can be read, and therefore the largest that should be sent: 999,999,999,999 in major units of any currency.
    /// </summary>
    /// <remarks>
    /// With three decimals, the maximum of all currencies, these are 15 significant digits, which a binary double can represent. An API
    /// that writes JSON numbers may use one.
    /// </remarks>
    public const decimal MaxAmount = 999_999_999_999m;

    // A double for an amount is this close to it, because its relative error is at most 2 to the power of -53.
    private const decimal BinaryNoise = 0.000001m;
    private const decimal RelativeNoise = 1.2e-16m;

    /// <summary>Reads an amount.</summary>
    /// <param name="figure">The number.</param>
    /// <param name="currency">The currency.</param>
    /// <returns>The money; <see langword="null"/> when a part is missing or the number is not an amount of the currency.</returns>
    public static Money? Read(decimal? figure, Currency? currency)
    {
        if (figure is not { } given || currency is not { IsSpecified: true, Exponent: >= 0 } known)
        {
            return null;
        }

        var rounded = decimal.Round(given, known.Exponent, MidpointRounding.AwayFromZero);
        var size = Math.Abs(rounded);
        return size > MaxAmount || Math.Abs(rounded - given) > Math.Max(BinaryNoise, size * RelativeNoise)
            ? null
            : new Money(rounded, known);
    }

    /// <summary>Reads an amount.</summary>
    /// <param name="figure">The number.</param>
    /// <param name="currency">The code of the currency, ISO 4217.</param>
    /// <returns>The money; <see langword="null"/> when a part is missing or the number is not an amount of the currency.</returns>
    public static Money? Read(decimal? figure, string? currency) =>
        Currency.TryParse(currency, out var known) ? Read(figure, known) : null;

    /// <summary>Reads an amount in minor units, such as cents. <see cref="Money.ToMinorUnits"/> writes one.</summary>
    /// <param name="units">The number of minor units.</param>
    /// <param name="currency">The code of the currency, ISO 4217; it determines how many minor units one major unit has.</param>
    /// <returns>The money; <see langword="null"/> when a part is missing or the currency has no minor units.</returns>
    public static Money? FromMinorUnits(long? units, string? currency) =>
        units is { } given && Currency.TryParse(currency, out var known) && known.Exponent >= 0
            ? Money.FromMinorUnits(given, known)
            : null;
}
