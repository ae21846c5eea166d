namespace PaymentAbstractions.Journal;

/// <summary>A query for entries that are open, Pending or Unknown, or for duplicate charges.</summary>
/// <remarks>Instances are immutable and compare by value.</remarks>
public sealed record JournalQuery
{
    /// <summary>The environment; <see langword="null"/> for all.</summary>
    public GatewayEnvironment? Environment { get; init; }

    /// <summary>
    /// Whether to return duplicate charges instead: see <see cref="JournalEntry.IsDuplicateCharge"/>. The default is
    /// <see langword="false"/>.
    /// </summary>
    public bool DuplicateCharges { get; init; }

    /// <summary>The state; <see langword="null"/> for all. Only duplicate charges are Closed.</summary>
    public JournalEntryState? State { get; init; }

    /// <summary>Only entries whose send-by time is before this time; <see langword="null"/> for all.</summary>
    public DateTimeOffset? SendByBefore { get; init; }

    /// <summary>The maximum number of entries, at least 1. The default is all of them; they are streamed.</summary>
    public int Limit { get; init; } = int.MaxValue;

    /// <summary>Whether an entry matches the query.</summary>
    /// <param name="entry">The entry.</param>
    /// <returns>Whether it is unresolved, or a duplicate charge, and meets the conditions.</returns>
    public bool Wants(JournalEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return (DuplicateCharges ? entry.IsDuplicateCharge : entry.IsInDoubt)
            && (Environment is null || entry.Intent.Environment == Environment)
            && (State is null || entry.State == State)
            && (SendByBefore is null || entry.Intent.SendBy < SendByBefore);
    }
}
