namespace PaymentAbstractions.Rebilly;

/// <summary>
/// Reads amounts: JSON numbers in major units, possibly written from a binary double. Source: core API reference, amounts.
/// </summary>
internal static class RebillyMoney
{
    private const decimal BinaryNoise = 0.000001m;

    /// <returns>The money, or <see langword="null"/> when a part is missing or the figure is no amount of that currency.</returns>
    public static Money? Read(decimal? amount, string? currencyCode)
    {
        if (amount is not { } figure || !Currency.TryParse(currencyCode, out var currency) || currency.Exponent < 0)
        {
            return null;
        }

        var rounded = decimal.Round(figure, currency.Exponent, MidpointRounding.AwayFromZero);
        if (Math.Abs(rounded - figure) > BinaryNoise || Math.Abs(rounded) > 10_000_000_000m)
        {
            return null;
        }

        return new Money(rounded, currency);
    }
}
