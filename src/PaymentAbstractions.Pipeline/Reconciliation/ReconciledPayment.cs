namespace PaymentAbstractions;

/// <summary>One line of a reconciliation.</summary>
/// <remarks>Immutable, compares by value, thread-safe. Contains no secret.</remarks>
public sealed record ReconciledPayment
{
    /// <summary>The result of the comparison.</summary>
    public required ReconciliationStatus Status { get; init; }

    /// <summary>The configured name of the gateway.</summary>
    public required string Gateway { get; init; }

    /// <summary>Why, in one sentence; <see langword="null"/> for a payment that the provider's list matches.</summary>
    public string? Explanation { get; init; }

    /// <summary>The key of the payment; not set for a transaction that the journal does not know.</summary>
    public IdempotencyKey IdempotencyKey { get; init; }

    /// <summary>The order of the payment according to the journal.</summary>
    public OrderReference OrderReference { get; init; }

    /// <summary>The requested operation, or the operation that the provider shows.</summary>
    public PaymentOperation Operation { get; init; }

    /// <summary>The transaction, if one is known.</summary>
    public TransactionReference? Transaction { get; init; }

    /// <summary>The other transactions under the same key, if there are several.</summary>
    public ValueList<TransactionReference> Others { get; init; } = [];

    /// <summary>The transactions that may belong to an unresolved payment, when a look-up found several.</summary>
    public ValueList<TransactionReference> Candidates { get; init; } = [];

    /// <summary>When the payment began according to the journal, or the provider created the transaction.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>
    /// The outcome in the journal; <see langword="null"/> for an open attempt or a transaction that the journal does not know.
    /// </summary>
    public PaymentOutcome? JournalOutcome { get; init; }

    /// <summary>The processed amount in the journal, or else the requested amount.</summary>
    public Money? JournalAmount { get; init; }

    /// <summary>The outcome that the provider shows.</summary>
    public PaymentOutcome? ShownOutcome { get; init; }

    /// <summary>The processed amount that the provider shows, or else the requested amount.</summary>
    public Money? ShownAmount { get; init; }
}
