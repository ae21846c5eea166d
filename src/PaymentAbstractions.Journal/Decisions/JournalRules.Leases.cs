namespace PaymentAbstractions.Journal;

// Several hosts recover the same payments. Only one of them looks up a payment at a time, and one that took too long concludes nothing.
public static partial class JournalRules
{
    /// <summary>Leases an unresolved attempt for one look-up. When its process ends, the lease expires.</summary>
    /// <param name="entry">The entry of the key, if there is one.</param>
    /// <param name="revision">The <see cref="JournalEntry.Revision"/> that was seen.</param>
    /// <param name="until">The time until which no other look-up can lease it.</param>
    /// <param name="now">The current time.</param>
    /// <returns>
    /// Recorded with the entry to write; AlreadyFinal when the attempt is resolved; Outdated when it has changed or another look-up has
    /// leased it.
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

    /// <summary>Ends the lease of a look-up that concluded nothing.</summary>
    /// <param name="entry">The entry of the key, if there is one.</param>
    /// <param name="epoch">The <see cref="JournalEntry.LeaseEpoch"/> of the look-up.</param>
    /// <returns>
    /// Recorded with the entry to write; Outdated when another look-up has leased it; Unchanged when the lease has already ended.
    /// </returns>
    public static JournalWrite EndLease(JournalEntry? entry, long epoch) =>
        entry is null ? new JournalWrite { Status = JournalWriteStatus.NotFound }
        : entry.LeaseEpoch != epoch ? new JournalWrite { Status = JournalWriteStatus.Outdated, Entry = entry }
        : entry.LeasedUntil is null ? new JournalWrite { Status = JournalWriteStatus.Unchanged, Entry = entry }
        : new JournalWrite { Status = JournalWriteStatus.Recorded, Entry = entry with { LeasedUntil = null } };

    /// <summary>
    /// Closes an intent whose commit was not confirmed. It was not sent, because its process never learned that it is durable.
    /// </summary>
    /// <param name="journal">The content of the journal.</param>
    /// <param name="key">The key.</param>
    /// <param name="nonce">The <see cref="JournalEntry.Nonce"/> of the attempt.</param>
    /// <param name="now">The current time.</param>
    /// <returns>
    /// Recorded with the entry to write; Outdated when the key has no such open attempt, which means that the commit did not happen.
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
            Message = "The journal could not determine whether the intent was durable, so it was not sent.",
            Gateway = entry.Intent.Gateway,
            IdempotencyKey = entry.Intent.IdempotencyKey,
            RequestedAmount = entry.Intent.Amount,
        };
        return Complete(journal, key, entry.Attempt, JournalOutcome.Of(result), publish: false, entry.Resends, now);
    }
}
