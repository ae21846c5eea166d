namespace PaymentAbstractions.Journal;

// How the provider shows a transaction later: stored with the outcome, and published when the result changes.
public static partial class JournalRules
{
    /// <summary>Records how the provider shows a transaction, in the entry that created it.</summary>
    /// <param name="journal">The content of the journal.</param>
    /// <param name="observation">The reading.</param>
    /// <returns>
    /// Recorded with the entries to write, including <see cref="JournalWrite.Others"/>; NotFound, Unchanged or Outdated when there is
    /// nothing to write.
    /// </returns>
    public static JournalWrite Observe(IEntryReader journal, JournalObservation observation)
    {
        ArgumentNullException.ThrowIfNull(journal);
        ArgumentNullException.ThrowIfNull(observation);
        if (OwnerOf(journal, observation.Transaction) is not { } entry)
        {
            return new JournalWrite { Status = JournalWriteStatus.NotFound };
        }

        // For a transaction that was not approved, this is not a change.
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

    /// <summary>Records in the entry that created a transaction that a notification was processed.</summary>
    /// <param name="journal">The content of the journal.</param>
    /// <param name="transaction">The transaction.</param>
    /// <param name="notification">The notification.</param>
    /// <returns>Recorded with the entry to write; NotFound or Unchanged when there is nothing to write.</returns>
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
                    Notifications = [.. entry.Notifications.TakeLast(JournalEntry.MaxNotifications - 1), notification],
                },
            };
    }

    // Of the entries with the transaction, the one that created it: not a void or refund that has the same id, and a capture that has the
    // same id only if the authorization is unknown.
    private static JournalEntry? OwnerOf(IEntryReader journal, TransactionReference transaction)
    {
        var named = journal.FindByTransaction(transaction).OldestFirst();
        return named.Find(entry => !transaction.IsSameTransaction(entry.Intent.Original))
            ?? named.Find(entry => entry.Intent.Operation == PaymentOperation.Capture);
    }

    // The observation that came with an outcome.
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

    // The derived result of an entry has changed: publish it if the result is a different one.
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
            changed.Set(Raised(after, was.Outcome, now.Outcome, changes, at, source, "The provider shows this state."));
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
