namespace PaymentAbstractions.Journal;

// How a live exchange changes an entry.
public static partial class JournalRules
{
    /// <summary>Records the outcome of a live exchange.</summary>
    /// <param name="journal">The content of the journal.</param>
    /// <param name="key">The key.</param>
    /// <param name="attempt">The attempt that the outcome belongs to.</param>
    /// <param name="outcome">The outcome.</param>
    /// <param name="publish">Whether the outcome is published to the application like a resolution.</param>
    /// <param name="resends">
    /// The number of times that the attempt had been permitted to be sent again, which identifies the exchange.
    /// </param>
    /// <param name="now">The current time.</param>
    /// <returns>
    /// Recorded with the entries to write, including <see cref="JournalWrite.Others"/>, or the reason why nothing is written.
    /// </returns>
    public static JournalWrite Complete(
        IEntryReader journal,
        JournalKey key,
        int attempt,
        JournalOutcome outcome,
        bool publish,
        int resends,
        DateTimeOffset now
    )
    {
        ArgumentNullException.ThrowIfNull(journal);
        return CompleteFound(journal, journal.Find(key), attempt, outcome, publish, resends, now);
    }

    internal static JournalWrite CompleteFound(
        IEntryReader journal,
        JournalEntry? entry,
        int attempt,
        JournalOutcome outcome,
        bool publish,
        int resends,
        DateTimeOffset now
    )
    {
        var write = Complete(entry, attempt, outcome, publish, resends, now);
        return write.Status == JournalWriteStatus.Recorded
            ? WithEffects(journal, entry!, write.Entry!, isLate: entry!.Outcome is not null, now)
            : write;
    }

    /// <summary>Records the outcome of a live exchange in its own entry.</summary>
    /// <param name="entry">The entry of the key, if there is one.</param>
    /// <param name="attempt">The attempt that the outcome belongs to.</param>
    /// <param name="outcome">The outcome.</param>
    /// <param name="publish">Whether the outcome is published to the application like a resolution.</param>
    /// <param name="resends">
    /// The number of times that the attempt had been permitted to be sent again, which identifies the exchange.
    /// </param>
    /// <param name="now">The current time.</param>
    /// <returns>Recorded with the entry to write, or the reason why nothing is written.</returns>
    public static JournalWrite Complete(
        JournalEntry? entry,
        int attempt,
        JournalOutcome outcome,
        bool publish,
        int resends,
        DateTimeOffset now
    )
    {
        ArgumentNullException.ThrowIfNull(outcome);
        var clean = Clean(outcome);
        if (Refusal(entry, attempt) is { } refused)
        {
            return refused;
        }

        // Without a transaction, an exchange proves nothing about the other exchanges of its attempt: one that sent nothing is evidence
        // only for itself, and so is a decline or refusal of an earlier one.
        var isLatest = entry!.Resends == resends;
        var isOwnRefusal =
            !isLatest && clean is { Transaction: null, Outcome: PaymentOutcome.Declined or PaymentOutcome.Rejected };
        if (entry.Resends > 0 && (isOwnRefusal || (clean.Result.MaySendAgain && (entry.IsInDoubt || !isLatest))))
        {
            return new JournalWrite { Status = JournalWriteStatus.Outdated, Entry = entry };
        }

        if (entry.Outcome is not { } before)
        {
            return Recorded(
                entry.IsSentAgain && isLatest ? entry with { IsSentAgain = false } : entry,
                clean,
                now,
                publish
            );
        }

        var staysUnknown = entry.IsInDoubt && clean.Outcome == PaymentOutcome.Unknown;
        if (before == clean.Alone || (staysUnknown && !ProvesMore(before, clean)))
        {
            return entry.IsSentAgain && isLatest
                ? new JournalWrite { Status = JournalWriteStatus.Recorded, Entry = entry with { IsSentAgain = false } }
                : new JournalWrite { Status = JournalWriteStatus.Unchanged, Entry = entry };
        }

        // Evidence that money moved is never replaced by a conclusion that it did not.
        var provesCharge = IsApproval(clean.Outcome) && !entry.IsApproved;
        return entry.IsInDoubt || provesCharge || DisprovesPerson(entry, clean)
            ? Recorded(
                entry with
                {
                    IsSentAgain = entry.IsSentAgain && !isLatest,
                    DecidedBy = JournalResolutionSource.LateAnswer,
                    Revisions = Revise(
                        entry,
                        clean.Outcome,
                        now,
                        JournalResolutionSource.LateAnswer,
                        ChangesOf(before.Result, clean.Result)
                    ),
                },
                clean,
                now,
                publish: !staysUnknown
            )
            : new JournalWrite { Status = JournalWriteStatus.AlreadyFinal, Entry = entry };
    }

    /// <summary>Permits an unresolved attempt to be sent again until a later time.</summary>
    /// <param name="journal">The content of the journal.</param>
    /// <param name="key">The key.</param>
    /// <param name="attempt">The attempt.</param>
    /// <param name="resends">The number of times that it had been permitted before, when the entry was read.</param>
    /// <param name="sendBy">The new time limit for sending.</param>
    /// <param name="now">The current time.</param>
    /// <returns>
    /// Recorded with the entry to write; Outdated when it was meanwhile permitted again; TooEarly while an earlier exchange may be in
    /// progress; or another reason why nothing is written. A Pending attempt is not sent again.
    /// </returns>
    public static JournalWrite Extend(
        IEntryReader journal,
        JournalKey key,
        int attempt,
        int resends,
        DateTimeOffset sendBy,
        DateTimeOffset now
    )
    {
        ArgumentNullException.ThrowIfNull(journal);
        var entry = journal.Find(key);
        if (Refusal(entry, attempt) is { } refused)
        {
            return refused;
        }

        if (entry!.State is not (JournalEntryState.Open or JournalEntryState.Unknown))
        {
            return new JournalWrite { Status = JournalWriteStatus.AlreadyFinal, Entry = entry };
        }

        var intent = entry.Intent;
        return entry.Resends != resends ? new JournalWrite { Status = JournalWriteStatus.Outdated, Entry = entry }
            : MayBeUnderWay(entry, now) ? new JournalWrite { Status = JournalWriteStatus.TooEarly, Entry = entry }
            : new JournalWrite
            {
                Status = JournalWriteStatus.Recorded,
                Entry = entry with
                {
                    Intent = intent with { SendBy = sendBy > intent.SendBy ? sendBy : intent.SendBy },
                    Resends = resends + 1,
                    IsSentAgain = true,
                    // A look-up in progress cannot see what is sent now, so it must not conclude anything.
                    LeaseEpoch = entry.LeaseEpoch + 1,
                    LeasedUntil = null,
                },
            };
    }

    // An exchange is over when its outcome is recorded or its time limit has passed.
    private static bool MayBeUnderWay(JournalEntry entry, DateTimeOffset now) =>
        (entry.Outcome is null || entry.IsSentAgain) && now < entry.Intent.SendBy + entry.Intent.HoldGuardsFor;

    /// <summary>Records that the application has processed an entry.</summary>
    /// <param name="entry">The entry of the key, if there is one.</param>
    /// <param name="revision">The revision that was published.</param>
    /// <returns>Recorded with the entry to write, or the reason why nothing is written.</returns>
    public static JournalWrite Publish(JournalEntry? entry, long revision)
    {
        if (entry is null)
        {
            return new JournalWrite { Status = JournalWriteStatus.NotFound };
        }

        var published = Math.Min(revision, entry.Revision);
        return published <= entry.PublishedRevision
            ? new JournalWrite { Status = JournalWriteStatus.Unchanged, Entry = entry }
            : new JournalWrite
            {
                Status = JournalWriteStatus.Recorded,
                Entry = entry with { PublishedRevision = published },
            };
    }

    // A transaction or a contradiction must be examined, and is a reason not to send again.
    private static bool ProvesMore(JournalOutcome before, JournalOutcome after) =>
        before.Outcome == PaymentOutcome.Unknown
        && (
            (before.Transaction is null && after.Transaction is not null)
            || (before.Result.Anomaly is null && after.Result.Anomaly is not null)
        );

    private static JournalWrite? Refusal(JournalEntry? entry, int attempt) =>
        entry is null ? new JournalWrite { Status = JournalWriteStatus.NotFound }
        : entry.Attempt != attempt ? new JournalWrite { Status = JournalWriteStatus.StaleAttempt, Entry = entry }
        : null;

    private static JournalWrite Recorded(JournalEntry entry, JournalOutcome outcome, DateTimeOffset at, bool publish)
    {
        var revision = entry.Revision + 1;
        var after = entry with
        {
            Outcome = outcome.Alone,
            RecordedAt = at,
            Revision = revision,
            LeasedUntil = null,
            IsTombstone = false,
        };
        after = after with
        {
            Intent = after.IsInDoubt || after.Intent.Hints is null ? after.Intent : after.Intent with { Hints = null },
            Observation =
                outcome.Observation is { } seen ? Latest(after, seen, at)
                // A new outcome outweighs an earlier observation.
                : after.Observation?.Transaction.IsSameTransaction(outcome.Transaction) == true
                    ? after.Observation with
                    {
                        IsDeclined = false,
                    }
                : null,
            NextCheckAt = MayBeChecked(after) ? outcome.NextCheckAt : null,
            // An entry that waits to be published still does.
            PublishedRevision =
                publish || entry.IsUnpublished || after.IsDuplicateCharge ? entry.PublishedRevision : revision,
        };
        return new JournalWrite { Status = JournalWriteStatus.Recorded, Entry = after };
    }

    private static JournalOutcome Clean(JournalOutcome outcome)
    {
        var clean = JournalOutcome.Of(outcome.Result, outcome.ProviderRevision);
        return outcome.Observation is null && outcome.NextCheckAt is null
            ? clean
            : clean with
            {
                Observation = outcome.Observation ?? clean.Observation,
                NextCheckAt = outcome.NextCheckAt,
            };
    }

    private static bool IsApproval(PaymentOutcome outcome) =>
        outcome is PaymentOutcome.Approved or PaymentOutcome.PartiallyApproved;

    private static ValueList<JournalRevision> Revise(
        JournalEntry entry,
        PaymentOutcome to,
        DateTimeOffset at,
        JournalResolutionSource source,
        ValueList<JournalChange> changes,
        string? who = null,
        string? why = null,
        PaymentOutcome? from = null
    )
    {
        var all = entry
            .Revisions.Append(
                new JournalRevision
                {
                    Number = entry.Revision + 1,
                    At = at,
                    Source = source,
                    From = from ?? entry.Outcome?.Outcome,
                    To = to,
                    Changes = changes,
                    Who = who,
                    Why = why,
                }
            )
            .ToList();
        var surplus = all.Count - JournalEntry.MaxRevisions;
        return [.. all.Where((one, index) => one.Source == JournalResolutionSource.Person || index >= surplus)];
    }
}
