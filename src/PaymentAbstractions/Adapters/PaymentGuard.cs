namespace PaymentAbstractions.Adapters;

/// <summary>Something at the provider that payments must not work on side by side: a transaction, or equal charges of a customer.</summary>
/// <remarks>
/// Guards of one name exclude each other, unless both are shared. Whoever comes first goes first: a shared one does not overtake an
/// exclusive one that waits. Immutable, compares by value.
/// </remarks>
public sealed record PaymentGuard
{
    /// <summary>What is guarded, within the account at the provider; 1 to 200 characters, no secret and no card data.</summary>
    public required string Name { get; init; }

    /// <summary>Whether others that are shared too may work on it at the same time. Default: no.</summary>
    public bool IsShared { get; init; }
}
