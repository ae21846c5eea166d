namespace PaymentAbstractions;

/// <summary>A response that contradicts the request. A person or a reconciliation must examine it.</summary>
public sealed record PaymentAnomaly
{
    /// <summary>The kind of contradiction.</summary>
    public required AnomalyKind Kind { get; init; }

    /// <summary>What was expected and what was received, in one sentence without card data.</summary>
    public required string Description { get; init; }

    /// <summary>Every transaction that is involved.</summary>
    public ValueList<TransactionReference> Transactions { get; init; } = [];
}
