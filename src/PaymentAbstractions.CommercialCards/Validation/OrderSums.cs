namespace PaymentAbstractions;

/// <summary>The sums of the lines of an order, in minor units.</summary>
internal struct OrderSums
{
    public Int128 Lines { get; set; }

    public Int128 LineTaxes { get; set; }

    public bool HasLineTax { get; set; }

    public bool HasPricesWithTax { get; set; }

    public bool HasPricesWithoutTax { get; set; }
}
