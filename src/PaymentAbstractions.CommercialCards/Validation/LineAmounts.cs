using System.Runtime.InteropServices;

namespace PaymentAbstractions;

/// <summary>The valid numbers of a line: amounts in minor units, the rest in ten-thousandths.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct LineAmounts
{
    /// <summary>The value for a rate that is not given.</summary>
    public const long NoRate = -1;

    public long Quantity { get; set; }

    /// <summary>Quantity x unit price.</summary>
    public long Gross { get; set; }

    public long Discount { get; set; }

    public long DiscountRate { get; set; }

    /// <summary>The net amount that the shop gives.</summary>
    public long Stated { get; set; }

    public long Tax { get; set; }

    public long TaxRate { get; set; }
}
