namespace PaymentAbstractions.VirtualTerminal;

/// <summary>A customer as the provider shows it.</summary>
internal sealed record TerminalCustomer
{
    public required long Number { get; init; }

    public string? Name { get; init; }

    /// <summary>The merchant's own id; <see langword="null"/> when it was never set.</summary>
    public string? Code { get; init; }

    public string? Contact { get; init; }

    public string? Phone { get; init; }

    public string? Email { get; init; }

    /// <summary>The stored cards; empty in the list of customers.</summary>
    public IReadOnlyList<VaultPaymentMethod> Methods { get; init; } = [];

    /// <summary>The recurring billings; empty in the list of customers.</summary>
    public IReadOnlyList<RecurringBilling> Billings { get; init; } = [];
}
