namespace PaymentAbstractions.Adapters;

/// <summary>The result of a look-up by key.</summary>
internal sealed record KeyFinding
{
    /// <summary>The transaction, when there is exactly one and it matches the request.</summary>
    public ProviderTransaction? Match { get; init; }

    /// <summary>Whether a transaction may be the one but was not adopted, even if it has no id.</summary>
    public bool IsAmbiguous { get; init; }

    /// <summary>The transactions that may be the one but were not adopted.</summary>
    public ValueList<TransactionReference> Candidates { get; init; } = [];

    /// <summary>The reason why a transaction was not adopted.</summary>
    public PaymentAnomaly? Anomaly { get; init; }

    /// <summary>Whether the list could not be read.</summary>
    public bool Failed { get; init; }

    /// <summary>One sentence for people.</summary>
    public required string Explanation { get; init; }
}
