namespace PaymentAbstractions.Sandbox;

/// <summary>A product of the catalog that line items refer to.</summary>
public sealed record VirtualTerminalSandboxProduct
{
    /// <summary>The code that line items refer to; unique, ignoring case.</summary>
    public required string Code { get; init; }

    /// <summary>The unit price of a line item without a price, in US dollars.</summary>
    public required decimal Price { get; init; }

    /// <summary>The commodity code. Default 31161500.</summary>
    public string CommodityCode { get; init; } = "31161500";

    /// <summary>The description. Default <c>Part</c>.</summary>
    public string Description { get; init; } = "Part";

    /// <summary>The unit of measure. Default <c>EA</c>.</summary>
    public string UnitOfMeasure { get; init; } = "EA";
}
