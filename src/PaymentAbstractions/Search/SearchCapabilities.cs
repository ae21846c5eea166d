namespace PaymentAbstractions;

/// <summary>What <see cref="ITransactionSearch"/> can list.</summary>
/// <remarks>Instances are immutable, compare by value and are thread-safe.</remarks>
public sealed record SearchCapabilities
{
    /// <summary>Whether a query must name the customer.</summary>
    public bool RequiresCustomer { get; init; }

    /// <summary>Whether only unsettled transactions are listed. A missing transaction may then be settled.</summary>
    public bool UnsettledOnly { get; init; }
}
