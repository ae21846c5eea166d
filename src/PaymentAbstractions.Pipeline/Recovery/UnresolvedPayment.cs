using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

/// <summary>An attempt that is open, Pending or Unknown, with the result of its latest look-up.</summary>
/// <remarks>Immutable, compares by value.</remarks>
public sealed record UnresolvedPayment
{
    /// <summary>The entry in the journal.</summary>
    public required JournalEntry Entry { get; init; }

    /// <summary>The earliest time of the next automatic look-up.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>When this process last looked it up; <see langword="null"/> when it has not.</summary>
    public DateTimeOffset? LookedUpAt { get; init; }

    /// <summary>The result of the last look-up.</summary>
    public FindStatus? LastStatus { get; init; }

    /// <summary>Why the last look-up proved nothing, in one sentence.</summary>
    public string? Reason { get; init; }

    /// <summary>The transactions that may belong to the attempt, for a person to choose from.</summary>
    public ValueList<TransactionReference> Candidates { get; init; } = [];
}
