namespace PaymentAbstractions.Journal;

// Several hosts recover the same payments: each is looked up by one of them at a time, and one that took too long concludes nothing.
public static partial class JournalRules
{
    /// <summary>Takes an attempt that is in doubt for one look-up; when its process dies, it is free again.</summary>
    /// <param name="entry">The entry of the key, when there is one.</param>
    /// <param name="revision">The <see cref="JournalEntry.Revision"/> that was seen.</param>
    /// <param name="until">Until when no other look-up takes it.</param>
    /// <param name="now">The time.</param>
    /// <returns>
    /// Recorded with the entry to write; AlreadyFinal when it is in doubt no more, Outdated when it has changed or another look-up has it.
    /// </returns>
    public static JournalWrite Lease(JournalEntry? entry, long revision, DateTimeOffset until, DateTimeOffset now) =>
        entry is null ? new JournalWrite { Status = JournalWriteStatus.NotFound }
        : !entry.IsInDoubt ? new JournalWrite { Status = JournalWriteStatus.AlreadyFinal, Entry = entry }
        : entry.Revision != revision || entry.LeasedUntil > now
            ? new JournalWrite { Status = JournalWriteStatus.Outdated, Entry = entry }
        : new JournalWrite
        {
            Status = JournalWriteStatus.Recorded,
            Entry = entry with { LeaseEpoch = entry.LeaseEpoch + 1, LeasedUntil = until },
        };

    /// <summary>Ends a look-up that concluded nothing.</summary>
    /// <param name="entry">The entry of the key, when there is one.</param>
    /// <param name="epoch">The <see cref="JournalEntry.LeaseEpoch"/> of the look-up.</param>
    /// <returns>Recorded with the entry to write; Outdated when another look-up has it, Unchanged when it was ended.</returns>
    public static JournalWrite EndLease(JournalEntry? entry, long epoch) =>
        entry is null ? new JournalWrite { Status = JournalWriteStatus.NotFound }
        : entry.LeaseEpoch != epoch ? new JournalWrite { Status = JournalWriteStatus.Outdated, Entry = entry }
        : entry.LeasedUntil is null ? new JournalWrite { Status = JournalWriteStatus.Unchanged, Entry = entry }
        : new JournalWrite { Status = JournalWriteStatus.Recorded, Entry = entry with { LeasedUntil = null } };

    /// <summary>
    /// Closes an intent whose commit was not answered: it was not sent, because its process never heard that it is durable.
    /// </summary>
    /// <param name="journal">What the journal holds.</param>
    /// <param name="key">The key.</param>
    /// <param name="nonce">The <see cref="JournalEntry.Nonce"/> of the attempt.</param>
    /// <param name="now">The time.</param>
    /// <returns>
    /// Recorded with the entry to write; Outdated when the key has no such open attempt, so that the commit did not happen.
    /// </returns>
    public static JournalWrite Unsend(IEntryReader journal, JournalKey key, string nonce, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(journal);
        if (journal.Find(key) is not { Outcome: null } entry || entry.Nonce != nonce)
        {
            return new JournalWrite { Status = JournalWriteStatus.Outdated };
        }

        var result = new PaymentResult
        {
            Outcome = PaymentOutcome.NotSent,
            Operation = entry.Intent.Operation,
            Reason = PaymentReason.NotRecorded,
            Message = "The journal could not tell whether the intent was durable, so it was not sent.",
            Gateway = entry.Intent.Gateway,
            IdempotencyKey = entry.Intent.IdempotencyKey,
            RequestedAmount = entry.Intent.Amount,
        };
        return Complete(journal, key, entry.Attempt, JournalOutcome.Of(result), publish: false, entry.Resends, now);
    }
}
