namespace PaymentAbstractions.Adapters;

/// <summary>What a look-up by the key brought.</summary>
internal sealed record KeyFinding
{
    /// <summary>The transaction, when there is exactly one and it is the one that was asked for.</summary>
    public ProviderTransaction? Match { get; init; }

    /// <summary>Whether something may be it and was not adopted, also where it names no id.</summary>
    public bool IsAmbiguous { get; init; }

    /// <summary>Transactions that may be it and were not adopted.</summary>
    public ValueList<TransactionReference> Candidates { get; init; } = [];

    /// <summary>Why a transaction was not adopted.</summary>
    public PaymentAnomaly? Anomaly { get; init; }

    /// <summary>Whether the list could not be read.</summary>
    public bool Failed { get; init; }

    /// <summary>One sentence for people.</summary>
    public required string Explanation { get; init; }
}
