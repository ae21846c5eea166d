using System.Globalization;
using System.Text;

namespace PaymentAbstractions.Benchmarks.Sales;

/// <summary>
/// A count of sales, kept by the callers for the answers they received and by the provider for the requests it received.
/// </summary>
/// <param name="Sales">How many sales.</param>
/// <param name="Cents">The sum of their amounts.</param>
/// <param name="Keys">The sum of their keys, which differs when one key was sent twice in the place of another.</param>
internal readonly record struct Tally(long Sales, long Cents, ulong Keys)
{
    private const int KeyDigits = 16;

    /// <summary>One sale.</summary>
    /// <param name="amount">Its amount.</param>
    /// <param name="wireKey">Its key as it goes on the wire: hexadecimal digits.</param>
    /// <returns>The tally of this sale alone.</returns>
    public static Tally Of(decimal amount, ReadOnlySpan<char> wireKey) =>
        new(
            1,
            (long)(amount * 100),
            ulong.Parse(wireKey[..KeyDigits], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)
        );

    /// <summary>One sale, as it came over the wire.</summary>
    /// <param name="amount">Its amount.</param>
    /// <param name="wireKey">Its key.</param>
    /// <returns>The tally of this sale alone.</returns>
    public static Tally Of(ReadOnlySpan<byte> amount, ReadOnlySpan<byte> wireKey)
    {
        Span<char> key = stackalloc char[KeyDigits];
        Encoding.ASCII.GetChars(wireKey[..KeyDigits], key);
        return Of(decimal.Parse(amount, NumberStyles.Number, CultureInfo.InvariantCulture), key);
    }

    public static Tally operator +(Tally one, Tally other) =>
        new(one.Sales + other.Sales, one.Cents + other.Cents, unchecked(one.Keys + other.Keys));

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The tally.</returns>
    public static Tally Parse(string text)
    {
        var parts = text.Split(' ');
        var culture = CultureInfo.InvariantCulture;
        return new Tally(long.Parse(parts[0], culture), long.Parse(parts[1], culture), ulong.Parse(parts[2], culture));
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Sales} {Cents} {Keys}");
}
