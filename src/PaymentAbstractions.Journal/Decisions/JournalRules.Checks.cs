namespace PaymentAbstractions.Journal;

// A final outcome can still change: a closed payment is looked up again as long as its provider may change it.
public static partial class JournalRules
{
    /// <summary>Determines when a closed payment is looked up next.</summary>
    /// <param name="closedAt">When its outcome was recorded.</param>
    /// <param name="now">The current time.</param>
    /// <param name="mayChangeFor">How long after that time the provider may change it; zero or less means never.</param>
    /// <param name="after">
    /// The times after <paramref name="closedAt"/> of the checks, ascending and positive. When all are used and
    /// <paramref name="mayChangeFor"/> has not passed, the last time is doubled.
    /// </param>
    /// <returns>
    /// The first check that is later than <paramref name="now"/>. The last check is at the end of the period; after that, there is none.
    /// Missed checks are not repeated.
    /// </returns>
    public static DateTimeOffset? NextCheck(
        DateTimeOffset closedAt,
        DateTimeOffset now,
        TimeSpan mayChangeFor,
        IReadOnlyList<TimeSpan> after
    )
    {
        ArgumentNullException.ThrowIfNull(after);
        if (mayChangeFor <= TimeSpan.Zero || now >= closedAt + mayChangeFor)
        {
            return null;
        }

        var wait = TimeSpan.Zero;
        for (var i = 0; wait < mayChangeFor; i++)
        {
            wait = i < after.Count ? after[i] : wait + wait;
            if (wait <= TimeSpan.Zero)
            {
                break;
            }

            if (wait < mayChangeFor && closedAt + wait > now)
            {
                return closedAt + wait;
            }
        }

        return closedAt + mayChangeFor;
    }

    /// <summary>Claims a closed payment whose check is due for one process. When that process ends, the check is due again.</summary>
    /// <param name="entry">The entry, whose <see cref="JournalEntry.NextCheckAt"/> has passed.</param>
    /// <param name="until">The time until which no other process can claim it.</param>
    /// <returns>Recorded with the entry to write.</returns>
    public static JournalWrite ClaimCheck(JournalEntry entry, DateTimeOffset until)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return new JournalWrite { Status = JournalWriteStatus.Recorded, Entry = entry with { NextCheckAt = until } };
    }

    /// <summary>Ends a claim and sets the time of the next check.</summary>
    /// <param name="entry">The entry of the key, if there is one.</param>
    /// <param name="claimedUntil">The time until which it was claimed.</param>
    /// <param name="next">The next check; <see langword="null"/> when there are no more checks.</param>
    /// <returns>
    /// Recorded with the entry to write; Outdated when the claim has expired and another process has the payment, or its outcome has
    /// changed, which sets its own checks.
    /// </returns>
    public static JournalWrite EndCheck(JournalEntry? entry, DateTimeOffset claimedUntil, DateTimeOffset? next) =>
        entry is null ? new JournalWrite { Status = JournalWriteStatus.NotFound }
        : entry.NextCheckAt != claimedUntil ? new JournalWrite { Status = JournalWriteStatus.Outdated, Entry = entry }
        : new JournalWrite { Status = JournalWriteStatus.Recorded, Entry = entry with { NextCheckAt = next } };

    // Only a transaction can be looked up again. A transaction with the reference of its original is checked with that.
    private static bool MayBeChecked(JournalEntry entry) =>
        entry is { IsInDoubt: false, Outcome: { IsFinal: true, Transaction: { } transaction } }
        && entry.Intent.Operation != PaymentOperation.Setup
        && !transaction.IsSameTransaction(entry.Intent.Original);

    // The changes in an update, so that its recipient does not have to compare.
    private static ValueList<JournalChange> ChangesOf(
        PaymentResult? was,
        PaymentResult now,
        DisputeStatus before = default,
        DisputeStatus after = default
    )
    {
        var changes = new List<JournalChange>();
        Add(JournalChange.Outcome, was?.Outcome != now.Outcome);
        Add(JournalChange.Amount, was is not null && AmountsOf(was) != AmountsOf(now));
        Add(
            JournalChange.Refunded,
            was is not null && (was.RefundedAmount != now.RefundedAmount || was.IsRefundInDoubt != now.IsRefundInDoubt)
        );
        Add(JournalChange.Dispute, before != after);
        return [.. changes];

        void Add(JournalChange change, bool holds)
        {
            if (holds)
            {
                changes.Add(change);
            }
        }

        static (Money?, Money?) AmountsOf(PaymentResult result) => (result.ApprovedAmount, result.ProcessedAmount);
    }
}
