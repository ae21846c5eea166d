using System.Globalization;

namespace PaymentAbstractions.VirtualTerminal;

/// <summary>
/// Whole-number arithmetic: quantities and prices in ten-thousandths, amounts in cents. Values for which this is not possible are invalid
/// at any provider, and the pipeline reports them.
/// </summary>
internal static class Reckoning
{
    public const int TenThousand = 10_000;

    public static bool IsUsable(Money? amount, Currency currency) =>
        amount is not { } money || (money.IsSpecified && money.Currency == currency && !money.IsNegative);

    public static bool IsUsable(CommercialLineItem? line, Currency currency) =>
        line is { Quantity: > 0 and <= 999_999_999, UnitPrice.IsSpecified: true }
        && decimal.Round(line.Quantity, 4) == line.Quantity
        && line.UnitPrice.Currency == currency
        && IsUsable(line.Discount, currency)
        && IsUsable(line.NetAmount, currency);

    public static long Cents(Money? amount) => amount?.ToMinorUnits() ?? 0;

    public static long TenThousandths(decimal value) => (long)(value * TenThousand);

    /// <summary>Formats cents, or the given fraction of a cent, in major units.</summary>
    public static string Text(Int128 cents, Int128? parts = null) =>
        ((decimal)(cents * TenThousand / (parts ?? 1)) / (100 * TenThousand)).ToString(
            "0.00####",
            CultureInfo.InvariantCulture
        );
}
