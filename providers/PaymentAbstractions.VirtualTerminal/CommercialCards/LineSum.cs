using System.Runtime.InteropServices;

namespace PaymentAbstractions.VirtualTerminal;

/// <summary>The figures of a line as whole numbers.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct LineSum
{
    private const int PerCent = 1_000_000;

    /// <summary>The quantity in ten-thousandths.</summary>
    public long Quantity { get; private init; }

    /// <summary>The unit price in ten-thousandths.</summary>
    public long Price { get; private init; }

    /// <summary>The discount in cents.</summary>
    public long Discount { get; private init; }

    /// <summary>The line total as the shop calculates it, less its discount, in cents.</summary>
    public Int128 Net { get; private init; }

    /// <summary>Quantity times price in cents, with midpoints rounded away from zero.</summary>
    public Int128 Gross => (Exact + (PerCent / 2)) / PerCent;

    /// <summary>The fraction of a cent in quantity times price, in millionths of a cent.</summary>
    public Int128 Fraction => Exact % PerCent;

    private Int128 Exact => (Int128)Quantity * Price;

    public static LineSum Of(CommercialLineItem line)
    {
        var sum = new LineSum
        {
            Quantity = Reckoning.TenThousandths(line.Quantity),
            Price = Reckoning.TenThousandths(line.UnitPrice.Amount),
            Discount = Reckoning.Cents(line.Discount),
        };
        return sum with { Net = line.NetAmount is { } stated ? stated.ToMinorUnits() : sum.Gross - sum.Discount };
    }
}
