namespace PaymentAbstractions.Sandbox;

/// <summary>A line item as the emulated gateway booked it, which need not be as it was sent.</summary>
public sealed record SandboxLineItem
{
    /// <summary>The product's code in the catalog.</summary>
    public required string ProductCode { get; init; }

    /// <summary>How many.</summary>
    public required decimal Quantity { get; init; }

    /// <summary>The unit price that applied, in major units: the request's or the catalog's.</summary>
    public required decimal Price { get; init; }

    /// <summary>What the line came to, in major units and whole cents.</summary>
    public required decimal Total { get; init; }
}
