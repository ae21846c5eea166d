using System.Runtime.CompilerServices;

namespace PaymentAbstractions;

/// <summary>
/// The arithmetic of an order in whole numbers: quantities, prices and percentages in ten-thousandths, amounts in minor units.
/// </summary>
internal static class LineMath
{
    public const long TenThousand = 10_000;
    public const long HighestQuantity = 999_999_999 * TenThousand;
    public const long HighestRate = 100 * TenThousand;

    /// <summary>
    /// Reads a number of zero or more with at most four decimals; other numbers and those that are too large are refused.
    /// </summary>
    public static bool TryReadTenThousandths(decimal value, out long tenThousandths)
    {
        var bits = default(Bits);
        decimal.GetBits(value, bits);
        var scale = (bits[3] >> 16) & 0xFF;
        if (bits[2] == 0 && bits[1] >= 0 && bits[3] >= 0 && scale <= 4)
        {
            var digits = ((long)bits[1] << 32) | (uint)bits[0];
            var factor = PowerOfTen(4 - scale);
            tenThousandths = digits <= long.MaxValue / TenThousand ? digits * factor : 0;
            return digits <= long.MaxValue / TenThousand;
        }

        // Trailing zeros beyond the fourth decimal do not count as decimals.
        var isInRange = value >= 0 && value <= long.MaxValue / TenThousand && decimal.Round(value, 4) == value;
        tenThousandths = isInRange ? (long)(decimal.Round(value, 4) * TenThousand) : 0;
        return isInRange;
    }

    /// <summary>Quantity x unit price in minor units, midpoints away from zero.</summary>
    public static Int128 Gross(long quantity, long unitPrice, int exponent)
    {
        // Each factor has four decimals. The decimals that the currency does not have are rounded.
        var divisor = PowerOfTen(8 - exponent);
        var high = Math.BigMul(quantity, unitPrice, out long low);
        if (high != 0 || low < 0 || low >= long.MaxValue - divisor)
        {
            return (((Int128)quantity * unitPrice) + (divisor / 2)) / divisor;
        }

        // Division by a constant is a multiplication, and most currencies have two decimals.
        var product = (ulong)(low + (divisor / 2));
        return divisor == 1_000_000 ? product / 1_000_000 : product / (ulong)divisor;
    }

    /// <summary>Whether an amount in minor units is quantity x unit price, rounded up or down by any rule.</summary>
    public static bool IsRoundingOf(Int128 amount, long quantity, long unitPrice, int exponent)
    {
        var divisor = PowerOfTen(8 - exponent);
        return Int128.Abs((amount * divisor) - ((Int128)quantity * unitPrice)) < divisor;
    }

    /// <summary>
    /// Whether an amount is zero or more in a currency, without exceptions; <see langword="false"/> for <c>default(Money)</c>.
    /// </summary>
    public static bool IsCountedIn(this in Money money, Currency currency) =>
        money.IsSpecified && money.Currency == currency && !money.IsNegative;

    public static bool IsWhole(long quantity) => quantity % TenThousand == 0;

    /// <summary>Whether an amount equals a rate of its base, to within one minor unit.</summary>
    /// <param name="part">The amount, in minor units.</param>
    /// <param name="whole">The base, in minor units.</param>
    /// <param name="rate">Ten-thousandths of a percent.</param>
    /// <param name="contained">Whether the base includes the amount.</param>
    public static bool IsRateOf(long part, long whole, long rate, bool contained)
    {
        var all = contained ? HighestRate + rate : HighestRate;
        return (ulong)part < int.MaxValue && (ulong)whole < int.MaxValue
            ? Math.Abs((part * all) - (whole * rate)) <= all
            : Int128.Abs(((Int128)part * all) - ((Int128)whole * rate)) <= all;
    }

    /// <summary>The amount that results from a rate and its base, rounded to a minor unit with midpoints away from zero.</summary>
    public static long RateOf(long whole, long rate, bool contained)
    {
        var all = contained ? HighestRate + rate : HighestRate;
        return (long)((((Int128)whole * rate) + (all / 2)) / all);
    }

    // The four parts of a decimal, without the stack guard that a stackalloc buffer would get.
    [InlineArray(4)]
    private struct Bits
    {
        private int _first;
    }

    private static long PowerOfTen(int exponent) =>
        exponent switch
        {
            0 => 1,
            1 => 10,
            2 => 100,
            3 => 1_000,
            4 => 10_000,
            5 => 100_000,
            6 => 1_000_000,
            7 => 10_000_000,
            _ => 100_000_000,
        };
}
