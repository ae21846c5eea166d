namespace PaymentAbstractions.Sandbox;

/// <summary>A line item as the emulated gateway booked it, which may differ from what was sent.</summary>
public sealed record SandboxLineItem
{
    /// <summary>The product's code in the catalog.</summary>
    public required string ProductCode { get; init; }

    /// <summary>The quantity.</summary>
    public required decimal Quantity { get; init; }

    /// <summary>The applicable unit price in major units: that of the request or of the catalog.</summary>
    public required decimal Price { get; init; }

    /// <summary>The line total in major units, in whole cents.</summary>
    public required decimal Total { get; init; }
}
