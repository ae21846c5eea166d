namespace PaymentAbstractions;

/// <summary>
/// The provider's state that was recorded before an attempt was sent, so that the attempt can be distinguished from others afterwards. It
/// contains ids only: no card data, no tokens, no secrets.
/// </summary>
public sealed record RecoveryHints
{
    /// <summary>The maximum number of recorded transactions: 500.</summary>
    public const int MaxTransactions = 500;

    /// <summary>When the state was recorded; the attempt was sent later.</summary>
    public required DateTimeOffset TakenAt { get; init; }

    /// <summary>
    /// The provider's ids of the transactions that existed before; the transaction of the attempt is not among them. Empty when they could
    /// not be read.
    /// </summary>
    public ValueList<string> KnownTransactionIds { get; init; } = [];

    /// <summary>
    /// The provider's own id of the customer, when requests name customers by another id. Look-ups use this customer, even if the id of the
    /// request belongs to another customer by then.
    /// </summary>
    public string? CustomerId { get; init; }
}
