namespace PaymentAbstractions.Sandbox.VirtualTerminal;

/// <summary>The content of a charge request, without the payer.</summary>
internal sealed record TransactionOrder
{
    public required string Type { get; init; }

    public required decimal Amount { get; init; }

    public decimal? TaxAmount { get; init; }

    public decimal? ShippingAmount { get; init; }

    public string? CustomerPONumber { get; init; }

    public string? Description { get; init; }

    public required TerminalDirective Directive { get; init; }

    public required int Level { get; init; }

    /// <summary>The address of a Level III order.</summary>
    public AddressRecord? Shipping { get; init; }

    /// <summary>Whether the address is new and must be stored.</summary>
    public bool SavesShipping { get; init; }

    public IReadOnlyList<OrderLine> Lines { get; init; } = [];
}
