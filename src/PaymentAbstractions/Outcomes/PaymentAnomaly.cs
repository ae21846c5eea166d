namespace PaymentAbstractions;

/// <summary>An answer that contradicts the request. A person or a reconciliation has to look at it.</summary>
public sealed record PaymentAnomaly
{
    /// <summary>Which contradiction.</summary>
    public required AnomalyKind Kind { get; init; }

    /// <summary>Expected and actual, one sentence without card data.</summary>
    public required string Description { get; init; }

    /// <summary>Every transaction that is involved.</summary>
    public ValueList<TransactionReference> Transactions { get; init; } = [];
}
