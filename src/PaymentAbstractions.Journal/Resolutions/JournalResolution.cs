namespace PaymentAbstractions.Journal;

/// <summary>What was proven about an attempt later, and by whom.</summary>
/// <remarks>Instances are immutable and compare by value.</remarks>
public sealed record JournalResolution
{
    /// <summary>The key.</summary>
    public required JournalKey Key { get; init; }

    /// <summary>The number of the attempt that was looked at; a resolution of an older one is refused.</summary>
    public required int Attempt { get; init; }

    /// <summary>What is proven.</summary>
    public required JournalOutcome Outcome { get; init; }

    /// <summary>Who proved it.</summary>
    public required JournalResolutionSource Source { get; init; }

    /// <summary>When it was proven. Compared with the attempt's send-by time.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The person or part that resolved it, for the audit; required of a person, at most 8192 characters are kept.</summary>
    public string? Who { get; init; }

    /// <summary>Why: the evidence, or the person's reason; required of a person, at most 8192 characters are kept.</summary>
    public string? Why { get; init; }

    /// <summary>
    /// The <see cref="JournalEntry.LeaseEpoch"/> under which it was looked at; when given, an entry that another look-up has taken since is
    /// left alone.
    /// </summary>
    public long? LeaseEpoch { get; init; }

    /// <summary>The revision of the entry that was looked at; when given, an entry that has changed since is left alone.</summary>
    public long? ExpectedRevision { get; init; }
}
