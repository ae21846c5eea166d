using PaymentAbstractions.Rebilly.Wire;

namespace PaymentAbstractions.Rebilly;

/// <summary>What a look-up by requestId brought.</summary>
internal sealed record RequestIdFinding
{
    /// <summary>The transaction, when there is exactly one and it is the one that was asked for.</summary>
    public TransactionBody? Match { get; init; }

    /// <summary>The answer that showed the match.</summary>
    public Read<TransactionBody[]>? Read { get; init; }

    /// <summary>Transactions that carry the requestId and were not adopted.</summary>
    public ValueList<TransactionReference> Candidates { get; init; } = [];

    /// <summary>Why a transaction was not adopted.</summary>
    public PaymentAnomaly? Anomaly { get; init; }

    /// <summary>Whether the list could not be read.</summary>
    public bool LookupFailed { get; init; }

    /// <summary>One sentence for people.</summary>
    public required string Explanation { get; init; }
}
