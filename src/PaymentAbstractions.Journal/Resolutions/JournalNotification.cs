namespace PaymentAbstractions.Journal;

/// <summary>
/// A notification of the provider after which a transaction was read again. It is told from others by event and revision.
/// </summary>
/// <remarks>Instances are immutable and compare by value.</remarks>
public sealed record JournalNotification
{
    /// <summary>The provider's word for what happened: at most 60 small letters and hyphens.</summary>
    public required string EventType { get; init; }

    /// <summary>
    /// Which change of the transaction it is about; none where the notification does not say, and it is never taken for a repeat.
    /// </summary>
    public long? ProviderRevision { get; init; }

    /// <summary>When it was looked at.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Whether an entry says that it was looked at before.</summary>
    /// <param name="entry">The entry that made the transaction.</param>
    /// <returns>Whether the same event of the same revision is noted.</returns>
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
