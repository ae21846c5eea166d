namespace PaymentAbstractions.Journal;

/// <summary>A notification of the provider after which a transaction was read again. It is identified by event and revision.</summary>
/// <remarks>Instances are immutable and compare by value.</remarks>
public sealed record JournalNotification
{
    /// <summary>The provider's name of the event: at most 60 lower-case letters and hyphens.</summary>
    public required string EventType { get; init; }

    /// <summary>
    /// The revision of the transaction that it is about; <see langword="null"/> when the notification has none, in which case it never
    /// counts as a repeat.
    /// </summary>
    public long? ProviderRevision { get; init; }

    /// <summary>When it was processed.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Whether an entry shows that it was already processed.</summary>
    /// <param name="entry">The entry that created the transaction.</param>
    /// <returns>Whether the same event of the same revision is recorded.</returns>
    public bool IsNotedIn(JournalEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return ProviderRevision is not null
            && entry.Notifications.Any(one =>
                one.ProviderRevision == ProviderRevision
                && string.Equals(one.EventType, EventType, StringComparison.Ordinal)
            );
    }
}
