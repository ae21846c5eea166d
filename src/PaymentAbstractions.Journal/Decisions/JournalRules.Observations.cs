namespace PaymentAbstractions.Journal;

// How the provider shows a transaction later on: kept beside the outcome, and published when the answer changes.
public static partial class JournalRules
{
    /// <summary>Keeps how the provider shows a transaction, with the entry that made it.</summary>
    /// <param name="journal">What the journal holds.</param>
    /// <param name="observation">The reading.</param>
    /// <returns>
    /// Recorded with the entries to write, <see cref="JournalWrite.Others"/> included; NotFound, Unchanged or Outdated when nothing is
    /// to be written.
    /// </returns>
    public static JournalWrite Observe(IEntryReader journal, JournalObservation observation)
    {
        ArgumentNullException.ThrowIfNull(journal);
        ArgumentNullException.ThrowIfNull(observation);
        if (OwnerOf(journal, observation.Transaction) is not { } entry)
        {
            return new JournalWrite { Status = JournalWriteStatus.NotFound };
        }

        // Of what was not approved it is no news.
        if (observation.IsDeclined && !entry.IsApproved)
        {
            return new JournalWrite { Status = JournalWriteStatus.Unchanged, Entry = entry };
        }

        if (entry.Observation?.IsNewerThan(observation) == true)
        {
            return new JournalWrite { Status = JournalWriteStatus.Outdated, Entry = entry };
        }

        var after = entry with { Observation = observation.After(entry.Observation) };
        if (after == entry)
        {
            return new JournalWrite { Status = JournalWriteStatus.Unchanged, Entry = entry };
        }

        if (after.Intent.Operation == PaymentOperation.Authorize)
        {
            after = WithClosing(journal, after);
        }

        var changed = new ChangedEntries(journal);
        changed.Set(after);
        Follow(changed, entry, after, observation.ReadAt, observation.Source);
        Reflect(changed, after, observation.ReadAt, observation.Source);
        return changed.ToWrite(after.Key);
    }

    /// <summary>Notes that a notification was looked at, with the entry that made the transaction.</summary>
    /// <param name="journal">What the journal holds.</param>
    /// <param name="transaction">The transaction.</param>
    /// <param name="notification">The notification.</param>
    /// <returns>Recorded with the entry to write; NotFound or Unchanged when nothing is to be written.</returns>
    public static JournalWrite Note(
        IEntryReader journal,
        TransactionReference transaction,
        JournalNotification notification
    )
    {
        ArgumentNullException.ThrowIfNull(journal);
        ArgumentNullException.ThrowIfNull(notification);
        if (OwnerOf(journal, transaction) is not { } entry)
        {
            return new JournalWrite { Status = JournalWriteStatus.NotFound };
        }

        return notification.IsNotedIn(entry)
            ? new JournalWrite { Status = JournalWriteStatus.Unchanged, Entry = entry }
            : new JournalWrite
            {
                Status = JournalWriteStatus.Recorded,
                Entry = entry with
                {
                    Notifications = [.. entry.Notifications.TakeLast(JournalEntry.MostNotifications - 1), notification],
                },
            };
    }

    // Of the entries that name the transaction, the one that made it: not a void or refund that took over its id, and a capture that
    // did so only where nobody knows the authorization.
    private static JournalEntry? OwnerOf(IEntryReader journal, TransactionReference transaction)
    {
        var named = journal.FindByTransaction(transaction).OldestFirst().ToList();
        return named.Find(entry => !transaction.IsSameTransaction(entry.Intent.Original))
            ?? named.Find(entry => entry.Intent.Operation == PaymentOperation.Capture);
    }

    // An observation that came with an outcome.
    private static JournalObservation? Latest(JournalEntry entry, JournalObservation seen, DateTimeOffset at)
    {
        var isOwn =
            seen.Transaction.IsSameTransaction(entry.Outcome!.Transaction)
            && !(
                entry.Intent.Operation is PaymentOperation.Void or PaymentOperation.Refund
                && seen.Transaction.IsSameTransaction(entry.Intent.Original)
            );
        var read = seen.ReadAt == default ? seen with { ReadAt = at } : seen;
        return isOwn && entry.Observation?.IsNewerThan(read) != true
            ? read.After(entry.Observation)
            : entry.Observation;
    }

    // What is derived for an entry has changed: it is published when its answer is another one.
    private static void Follow(
        ChangedEntries changed,
        JournalEntry before,
        JournalEntry after,
        DateTimeOffset at,
        JournalResolutionSource source
    )
    {
        var was = AnswerOf(before, MovedOf(changed.Before, before), at);
        var now = AnswerOf(after, MovedOf(changed, after), at);
        if (was != now || before.DisputeStatus != after.DisputeStatus)
        {
            var changes = ChangesOf(was, now, before.DisputeStatus, after.DisputeStatus);
            changed.Set(Raised(after, was.Outcome, now.Outcome, changes, at, source, "The provider shows it so."));
            RemarkDuplicates(changed, after.Key, at);
        }
    }

    private static JournalEntry Raised(
        JournalEntry entry,
        PaymentOutcome from,
        PaymentOutcome to,
        ValueList<JournalChange> changes,
        DateTimeOffset at,
        JournalResolutionSource source,
        string why
    ) =>
        entry with
        {
            Revisions = Revise(entry, to, at, source, changes, why: why, from: from),
            Revision = entry.Revision + 1,
        };
}
