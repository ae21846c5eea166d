using System.Runtime.InteropServices;

namespace PaymentAbstractions.VirtualTerminal;

/// <summary>A line in whole numbers.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct LineSum
{
    private const int PerCent = 1_000_000;

    /// <summary>In ten-thousandths.</summary>
    public long Quantity { get; private init; }

    /// <summary>In ten-thousandths.</summary>
    public long Price { get; private init; }

    /// <summary>In cents.</summary>
    public long Discount { get; private init; }

    /// <summary>What the line comes to by the shop's reckoning, less its discount, in cents.</summary>
    public Int128 Net { get; private init; }

    /// <summary>Quantity x price in cents, midpoints away from zero.</summary>
    public Int128 Gross => (Exact + (PerCent / 2)) / PerCent;

    /// <summary>What quantity x price has beyond whole cents, in millionths of a cent.</summary>
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
