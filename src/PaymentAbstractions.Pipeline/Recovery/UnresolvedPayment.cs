using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

/// <summary>An attempt that is open, Pending or Unknown, and what looking it up brought so far.</summary>
/// <remarks>Immutable, compares by value.</remarks>
public sealed record UnresolvedPayment
{
    /// <summary>What the journal knows.</summary>
    public required JournalEntry Entry { get; init; }

    /// <summary>When the attempt is looked up by itself, at the earliest.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>When this process looked it up last; none when it has not.</summary>
    public DateTimeOffset? LookedUpAt { get; init; }

    /// <summary>What the last look-up brought.</summary>
    public FindStatus? LastStatus { get; init; }

    /// <summary>Why that proves nothing, one sentence.</summary>
    public string? Reason { get; init; }

    /// <summary>The transactions that could be it, for a person to choose from.</summary>
    public ValueList<TransactionReference> Candidates { get; init; } = [];
}
