namespace PaymentAbstractions.VirtualTerminal;

/// <summary>
/// A line item as the provider shows it. Commodity code, unit and description come from its catalog; it shows no quantity.
/// </summary>
/// <remarks>Source: the page on submitting a stored transaction. Immutable, compares by value, thread-safe.</remarks>
public sealed record VirtualTerminalLineItem
{
    /// <summary>The number of the line.</summary>
    public long? Id { get; init; }

    /// <summary>The commodity code.</summary>
    public string? CommodityCode { get; init; }

    /// <summary>The description.</summary>
    public string? Description { get; init; }

    /// <summary>The price.</summary>
    public Money? Price { get; init; }

    /// <summary>The code of the product in the catalog.</summary>
    public string? ProductCode { get; init; }

    /// <summary>The unit of measure.</summary>
    public string? UnitOfMeasure { get; init; }
}
