namespace PaymentAbstractions.Adapters;

/// <summary>
/// Something at the provider that payments must not work on at the same time: a transaction, or equal charges of a customer.
/// </summary>
/// <remarks>
/// Guards of one name exclude each other, unless both are shared. They are granted in the order of the requests: a shared guard does not
/// overtake an exclusive one that waits. Instances are immutable and compare by value.
/// </remarks>
public sealed record PaymentGuard
{
    /// <summary>
    /// The name of what is guarded, within the account at the provider: 1 to 200 characters, without secrets and card data.
    /// </summary>
    public required string Name { get; init; }

    /// <summary>Whether other shared guards of this name may be held at the same time. The default is <see langword="false"/>.</summary>
    public bool IsShared { get; init; }
}
