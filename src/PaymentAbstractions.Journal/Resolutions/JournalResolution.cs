namespace PaymentAbstractions.Journal;

/// <summary>What was proven about an attempt later, and by whom.</summary>
/// <remarks>Instances are immutable and compare by value.</remarks>
public sealed record JournalResolution
{
    /// <summary>The key.</summary>
    public required JournalKey Key { get; init; }

    /// <summary>The number of the attempt that was examined; a resolution of an older one is refused.</summary>
    public required int Attempt { get; init; }

    /// <summary>The proven outcome.</summary>
    public required JournalOutcome Outcome { get; init; }

    /// <summary>Who proved it.</summary>
    public required JournalResolutionSource Source { get; init; }

    /// <summary>When it was proven. This time is compared with the attempt's send-by time.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>
    /// The person or component that resolved it, for the audit. Required for a person; at most 8192 characters are stored.
    /// </summary>
    public string? Who { get; init; }

    /// <summary>The evidence, or the person's reason. Required for a person; at most 8192 characters are stored.</summary>
    public string? Why { get; init; }

    /// <summary>
    /// The <see cref="JournalEntry.LeaseEpoch"/> of the look-up. If it is set, the entry is not changed when another look-up has leased it
    /// since.
    /// </summary>
    public long? LeaseEpoch { get; init; }

    /// <summary>
    /// The revision of the entry that was examined. If it is set, the entry is not changed when it has another revision by now.
    /// </summary>
    public long? ExpectedRevision { get; init; }
}
