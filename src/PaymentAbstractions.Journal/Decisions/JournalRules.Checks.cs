namespace PaymentAbstractions.Journal;

// Final is not final: a closed payment is looked up again as long as its provider may change its mind.
public static partial class JournalRules
{
    /// <summary>When a closed payment is looked up next.</summary>
    /// <param name="closedAt">When its outcome was recorded.</param>
    /// <param name="now">The time.</param>
    /// <param name="mayChangeFor">For how long after that the provider may change it; zero or less: never.</param>
    /// <param name="after">
    /// How long after <paramref name="closedAt"/> each check is, ascending and positive. When they are used up and the time is not, the
    /// last
    /// one doubles.
    /// </param>
    /// <returns>
    /// The first check that is later than <paramref name="now"/>; the last one is at the end of the time, then there is none. Checks that
    /// were missed are not made up for.
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

    /// <summary>Takes a closed payment whose check is due for one process; when that dies, it is due again.</summary>
    /// <param name="entry">The entry; its <see cref="JournalEntry.NextCheckAt"/> has come.</param>
    /// <param name="until">Until when nobody else takes it.</param>
    /// <returns>Recorded with the entry to write.</returns>
    public static JournalWrite ClaimCheck(JournalEntry entry, DateTimeOffset until)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return new JournalWrite { Status = JournalWriteStatus.Recorded, Entry = entry with { NextCheckAt = until } };
    }

    /// <summary>Ends a claim: says when the payment is looked up next.</summary>
    /// <param name="entry">The entry of the key, when there is one.</param>
    /// <param name="claimedUntil">Until when it was claimed.</param>
    /// <param name="next">The next check; none for the end.</param>
    /// <returns>
    /// Recorded with the entry to write; Outdated when the claim has lapsed and another process has the payment, or its outcome changed,
    /// which
    /// has checks of its own.
    /// </returns>
    public static JournalWrite EndCheck(JournalEntry? entry, DateTimeOffset claimedUntil, DateTimeOffset? next) =>
        entry is null ? new JournalWrite { Status = JournalWriteStatus.NotFound }
        : entry.NextCheckAt != claimedUntil ? new JournalWrite { Status = JournalWriteStatus.Outdated, Entry = entry }
        : new JournalWrite { Status = JournalWriteStatus.Recorded, Entry = entry with { NextCheckAt = next } };

    // Only a transaction can be looked at again; what kept the reference of its original is seen with that.
    private static bool MayBeChecked(JournalEntry entry) =>
        entry is { IsInDoubt: false, Outcome: { IsFinal: true, Transaction: { } transaction } }
        && entry.Intent.Operation != PaymentOperation.Setup
        && !transaction.IsSameTransaction(entry.Intent.Original);

    // What a change is about, so that who hears of it need not compare.
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
