namespace PaymentAbstractions.VirtualTerminal;

/// <summary>A customer as the provider shows it.</summary>
internal sealed record TerminalCustomer
{
    public required long Number { get; init; }

    public string? Name { get; init; }

    /// <summary>The merchant's own id; none when it was never given.</summary>
    public string? Code { get; init; }

    public string? Contact { get; init; }

    public string? Phone { get; init; }

    public string? Email { get; init; }

    /// <summary>The stored cards; none in the list of customers.</summary>
    public IReadOnlyList<VaultPaymentMethod> Methods { get; init; } = [];

    /// <summary>The recurring billings; none in the list of customers.</summary>
    public IReadOnlyList<RecurringBilling> Billings { get; init; } = [];
}
