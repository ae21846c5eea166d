namespace PaymentAbstractions;

/// <summary>A line of a reconciliation.</summary>
/// <remarks>Immutable, compares by value, thread-safe. Holds no secret.</remarks>
public sealed record ReconciledPayment
{
    /// <summary>How the two sides compare.</summary>
    public required ReconciliationStatus Status { get; init; }

    /// <summary>The configured name of the gateway.</summary>
    public required string Gateway { get; init; }

    /// <summary>Why, in one sentence; none for a payment that is matched by the provider's list.</summary>
    public string? Explanation { get; init; }

    /// <summary>The key of the payment; none for a transaction that the journal does not know.</summary>
    public IdempotencyKey IdempotencyKey { get; init; }

    /// <summary>The order of the payment, as the journal knows it.</summary>
    public OrderReference OrderReference { get; init; }

    /// <summary>What was asked for, or what the provider shows.</summary>
    public PaymentOperation Operation { get; init; }

    /// <summary>The transaction, as far as one is known.</summary>
    public TransactionReference? Transaction { get; init; }

    /// <summary>The other transactions under the key, where there are several.</summary>
    public ValueList<TransactionReference> Others { get; init; } = [];

    /// <summary>The transactions that a payment in doubt could be, where a look-up found several.</summary>
    public ValueList<TransactionReference> Candidates { get; init; } = [];

    /// <summary>When the payment began by the journal, or the transaction was made by the provider.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>What the journal knows; none while an attempt is open, and for a transaction that it does not know.</summary>
    public PaymentOutcome? JournalOutcome { get; init; }

    /// <summary>What was processed by the journal, or else asked for.</summary>
    public Money? JournalAmount { get; init; }

    /// <summary>What the provider shows.</summary>
    public PaymentOutcome? ShownOutcome { get; init; }

    /// <summary>What the provider shows as processed, or else as asked for.</summary>
    public Money? ShownAmount { get; init; }
}
