namespace PaymentAbstractions;

/// <summary>The parts of an order beside its lines, in minor units; what is not given is zero.</summary>
internal readonly struct OrderParts
{
    public required long Tax { get; init; }

    public required long NationalTax { get; init; }

    public required long Freight { get; init; }

    public required long FreightTax { get; init; }

    public required long Duty { get; init; }

    public required long Discount { get; init; }

    /// <summary>Whether prices and freight contain the tax.</summary>
    public required bool ContainsTax { get; init; }

    public Int128 Total(Int128 lines) => lines + (ContainsTax ? 0 : Tax) + Freight + Duty - Discount;
}
