namespace PaymentAbstractions;

/// <summary>What <see cref="ITransactionSearch"/> can list.</summary>
/// <remarks>Immutable, compares by value, thread-safe.</remarks>
public sealed record SearchCapabilities
{
    /// <summary>Whether a query must name the customer.</summary>
    public bool RequiresCustomer { get; init; }

    /// <summary>Whether only transactions that are not settled are listed, so that one that is missing may be settled.</summary>
    public bool UnsettledOnly { get; init; }
}
