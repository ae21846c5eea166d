namespace PaymentAbstractions;

/// <summary>
/// What was noted of the provider's state before an attempt was sent, so that the attempt can be told from others afterwards.
/// Ids only: no card data, no tokens, no secrets.
/// </summary>
public sealed record RecoveryHints
{
    /// <summary>The most transactions that are noted: 500.</summary>
    public const int MostTransactions = 500;

    /// <summary>When the state was noted; the attempt was sent later.</summary>
    public required DateTimeOffset TakenAt { get; init; }

    /// <summary>
    /// The provider's ids of the transactions that were there before; what the attempt made is not among them. None when they could not be
    /// read.
    /// </summary>
    public ValueList<string> KnownTransactionIds { get; init; } = [];

    /// <summary>
    /// The provider's own id of the customer, where requests name customers by another one: that customer is looked at afterwards, whoever
    /// has the id of the request by then.
    /// </summary>
    public string? CustomerId { get; init; }
}
