using System.Globalization;
using System.Text;

namespace PaymentAbstractions.Benchmarks.Sales;

/// <summary>
/// A count of payments, kept by the callers for the answers they received and by the provider for the requests it received.
/// </summary>
/// <param name="Payments">How many payments.</param>
/// <param name="Cents">The sum of their amounts.</param>
/// <param name="Keys">The sum of their keys, which differs when one key was sent twice in the place of another.</param>
internal readonly record struct Tally(long Payments, long Cents, ulong Keys)
{
    private const int KeyDigits = 16;

    /// <summary>One payment.</summary>
    /// <param name="amount">Its amount.</param>
    /// <param name="wireKey">Its key as it goes on the wire: hexadecimal digits.</param>
    /// <returns>The tally of this payment alone.</returns>
    public static Tally Of(decimal amount, ReadOnlySpan<char> wireKey) =>
        new(
            1,
            (long)(amount * 100),
            ulong.Parse(wireKey[..KeyDigits], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)
        );

    /// <summary>One payment, as it came over the wire.</summary>
    /// <param name="amount">Its amount.</param>
    /// <param name="wireKey">Its key.</param>
    /// <param name="isInCents">Whether the amount is a number of cents.</param>
    /// <returns>The tally of this payment alone.</returns>
    public static Tally Of(ReadOnlySpan<byte> amount, ReadOnlySpan<byte> wireKey, bool isInCents = false)
    {
        Span<char> key = stackalloc char[KeyDigits];
        Encoding.ASCII.GetChars(wireKey[..KeyDigits], key);
        var figure = decimal.Parse(amount, NumberStyles.Number, CultureInfo.InvariantCulture);
        return Of(isInCents ? figure / 100 : figure, key);
    }

    public static Tally operator +(Tally one, Tally other) =>
        new(one.Payments + other.Payments, one.Cents + other.Cents, unchecked(one.Keys + other.Keys));

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The tally.</returns>
    public static Tally Parse(string text)
    {
        var parts = text.Split(' ');
        var culture = CultureInfo.InvariantCulture;
        return new Tally(long.Parse(parts[0], culture), long.Parse(parts[1], culture), ulong.Parse(parts[2], culture));
    }

    /// <summary>Compares what the callers were told with what the provider counted, and prints it.</summary>
    /// <param name="paid">What the callers were told.</param>
    /// <param name="counted">What the provider counted.</param>
    /// <exception cref="InvalidOperationException">They differ.</exception>
    public static void Compare(Tally paid, Tally counted)
    {
        if (paid != counted)
        {
            throw new InvalidOperationException(
                $"The callers were told of {paid.Payments} payments, and the provider counted {counted.Payments} "
                    + $"(cents: {paid.Cents} and {counted.Cents}; sums of the keys: {paid.Keys} and {counted.Keys})."
            );
        }

        Console.WriteLine($"The provider counted the same {counted.Payments} payments as the callers.");
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Payments} {Cents} {Keys}");
}
