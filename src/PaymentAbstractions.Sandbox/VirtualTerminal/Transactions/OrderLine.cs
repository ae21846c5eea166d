namespace PaymentAbstractions.Sandbox.VirtualTerminal;

/// <summary>A line item with its product and the applicable price.</summary>
internal sealed record OrderLine
{
    public required long Id { get; init; }

    public required VirtualTerminalSandboxProduct Product { get; init; }

    public required decimal Quantity { get; init; }

    public required decimal Price { get; init; }

    /// <summary>The line total in whole cents.</summary>
    public required decimal Total { get; init; }
}
