namespace PaymentAbstractions;

/// <summary>The parts of an order besides its lines, in minor units; parts that are not given are zero.</summary>
internal readonly struct OrderParts
{
    public required long Tax { get; init; }

    public required long NationalTax { get; init; }

    public required long Freight { get; init; }

    public required long FreightTax { get; init; }

    public required long Duty { get; init; }

    public required long Discount { get; init; }

    /// <summary>Whether prices and freight include the tax.</summary>
    public required bool ContainsTax { get; init; }

    public Int128 Total(Int128 lines) => lines + (ContainsTax ? 0 : Tax) + Freight + Duty - Discount;
}
