namespace PaymentAbstractions.Journal;

// How an outcome changes an entry, and when it may not.
public static partial class JournalRules
{
    /// <summary>Records the outcome of a live exchange.</summary>
    /// <param name="entry">The entry of the key, when there is one.</param>
    /// <param name="attempt">The attempt that the outcome belongs to.</param>
    /// <param name="outcome">The outcome.</param>
    /// <param name="publish">Whether the application must hear of it as of a resolution.</param>
    /// <param name="now">The time.</param>
    /// <returns>Recorded with the entry to write, or why nothing is to be written.</returns>
    public static JournalWrite Complete(
        JournalEntry? entry,
        int attempt,
        JournalOutcome outcome,
        bool publish,
        DateTimeOffset now
    )
    {
        ArgumentNullException.ThrowIfNull(outcome);
        var clean = Clean(outcome);
        if (Refusal(entry, attempt) is { } refused)
        {
            return refused;
        }

        if (entry!.Outcome is not { } before)
        {
            return Recorded(entry, clean, now, publish);
        }

        var staysUnknown = entry.IsInDoubt && clean.Outcome == PaymentOutcome.Unknown;
        if (before == clean || (staysUnknown && !TellsMore(before, clean)))
        {
            return new JournalWrite { Status = JournalWriteStatus.Unchanged, Entry = entry };
        }

        // Evidence that money moved is never dropped in favour of somebody's conclusion that it did not.
        var provesCharge = clean.Outcome is PaymentOutcome.Approved or PaymentOutcome.PartiallyApproved;
        return entry.IsInDoubt || (provesCharge && !entry.IsApproved)
            ? Recorded(
                entry with
                {
                    Revisions = Revise(entry, clean, now, JournalResolutionSource.LateAnswer, who: null, why: null),
                },
                clean,
                now,
                publish: !staysUnknown
            )
            : new JournalWrite { Status = JournalWriteStatus.AlreadyFinal, Entry = entry };
    }

    // A transaction or a contradiction is something to look at, and a reason not to send again.
    private static bool TellsMore(JournalOutcome before, JournalOutcome after) =>
        before.Outcome == PaymentOutcome.Unknown
        && (
            (before.Transaction is null && after.Transaction is not null)
            || (before.Result.Anomaly is null && after.Result.Anomaly is not null)
        );

    /// <summary>Permits an attempt in doubt to be sent again until a later time.</summary>
    /// <param name="entry">The entry of the key, when there is one.</param>
    /// <param name="attempt">The attempt.</param>
    /// <param name="sendBy">Until when.</param>
    /// <returns>Recorded with the entry to write, or why nothing is to be written; what is Pending is not sent again.</returns>
    public static JournalWrite Extend(JournalEntry? entry, int attempt, DateTimeOffset sendBy)
    {
        if (Refusal(entry, attempt) is { } refused)
        {
            return refused;
        }

        if (entry!.State is not (JournalEntryState.Open or JournalEntryState.Unknown))
        {
            return new JournalWrite { Status = JournalWriteStatus.AlreadyFinal, Entry = entry };
        }

        return sendBy <= entry.Intent.SendBy
            ? new JournalWrite { Status = JournalWriteStatus.Unchanged, Entry = entry }
            : new JournalWrite
            {
                Status = JournalWriteStatus.Recorded,
                Entry = entry with { Intent = entry.Intent with { SendBy = sendBy } },
            };
    }

    /// <summary>Refuses a resolution that leaves no trail.</summary>
    /// <param name="resolution">The resolution.</param>
    /// <exception cref="PaymentRequestException">The key is missing, or a person's name or reason.</exception>
    public static void Validate(JournalResolution resolution)
    {
        ArgumentNullException.ThrowIfNull(resolution);
        var problems = new List<RequestProblem>();
        var byPerson = resolution.Source == JournalResolutionSource.Person;
        Require(problems, resolution.Key.Key.IsSpecified, nameof(resolution.Key), "must be given.");
        Require(
            problems,
            !byPerson || !string.IsNullOrWhiteSpace(resolution.Who),
            nameof(resolution.Who),
            "must name the person that resolves the payment."
        );
        Require(
            problems,
            !byPerson || !string.IsNullOrWhiteSpace(resolution.Why),
            nameof(resolution.Why),
            "must say why the person resolves the payment so."
        );
        if (problems.Count > 0)
        {
            throw new PaymentRequestException(problems);
        }
    }

    /// <summary>Records what was proven later.</summary>
    /// <param name="entry">The entry of the key, when there is one.</param>
    /// <param name="resolution">What was proven.</param>
    /// <returns>Recorded with the entry to write, or why nothing is to be written.</returns>
    public static JournalWrite Resolve(JournalEntry? entry, JournalResolution resolution)
    {
        ArgumentNullException.ThrowIfNull(resolution);
        var outcome = Clean(resolution.Outcome);
        if ((Refusal(entry, resolution.Attempt) ?? Refusal(entry!, resolution, outcome)) is { } refused)
        {
            return refused;
        }

        var revised = entry! with
        {
            Revisions = Revise(
                entry,
                outcome,
                resolution.At,
                resolution.Source,
                FreeText.Clean(resolution.Who),
                FreeText.Clean(resolution.Why)
            ),
        };
        return Recorded(revised, outcome, resolution.At, publish: true);
    }

    /// <summary>Notes what the application has taken note of.</summary>
    /// <param name="entry">The entry of the key, when there is one.</param>
    /// <param name="revision">The revision that was published.</param>
    /// <returns>Recorded with the entry to write, or why nothing is to be written.</returns>
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

    private static JournalWrite? Refusal(JournalEntry? entry, int attempt) =>
        entry is null ? new JournalWrite { Status = JournalWriteStatus.NotFound }
        : entry.Attempt != attempt ? new JournalWrite { Status = JournalWriteStatus.StaleAttempt, Entry = entry }
        : null;

    private static JournalWrite? Refusal(JournalEntry entry, JournalResolution resolution, JournalOutcome outcome)
    {
        JournalWriteStatus? status =
            resolution.ExpectedRevision is { } expected && expected != entry.Revision ? JournalWriteStatus.Outdated
            : entry.Outcome == outcome ? JournalWriteStatus.Unchanged
            : entry.IsInDoubt && resolution.At < entry.Intent.SendBy && FreesTheWay(resolution.Source, outcome.Result)
                ? JournalWriteStatus.TooEarly
            : resolution.Source == JournalResolutionSource.Person ? null
            : IsOlder(outcome, entry.Outcome) ? JournalWriteStatus.Outdated
            : entry.Outcome is { } before && !entry.IsInDoubt ? RefusalOfFinal(before, resolution.Source, outcome)
            : null;
        return status is null ? null : new JournalWrite { Status = status.Value, Entry = entry };
    }

    // What a provider shows is there; what a person says of an attempt that may still be sent is only an opinion.
    private static bool FreesTheWay(JournalResolutionSource source, PaymentResult result) =>
        source == JournalResolutionSource.Person ? !result.MoneyMayHaveMoved : result.MaySendAgain;

    private static JournalWriteStatus? RefusalOfFinal(
        JournalOutcome before,
        JournalResolutionSource source,
        JournalOutcome outcome
    )
    {
        var isNews =
            source == JournalResolutionSource.Provider
            || (outcome.ProviderRevision is { } now && now > (before.ProviderRevision ?? -1));
        var makesDoubtful = outcome.Outcome is PaymentOutcome.Unknown or PaymentOutcome.Pending;
        var reopens = outcome.Result.MaySendAgain && !before.Result.MaySendAgain;
        return isNews && !makesDoubtful && !reopens ? null : JournalWriteStatus.AlreadyFinal;
    }

    private static bool IsOlder(JournalOutcome outcome, JournalOutcome? before) =>
        outcome.ProviderRevision is { } now && before?.ProviderRevision is { } then && now < then;

    private static JournalWrite Recorded(JournalEntry entry, JournalOutcome outcome, DateTimeOffset at, bool publish)
    {
        var revision = entry.Revision + 1;
        var after = entry with
        {
            Outcome = outcome,
            RecordedAt = at,
            Revision = revision,
            // What was waiting to be published still is.
            PublishedRevision = publish || entry.IsUnpublished ? entry.PublishedRevision : revision,
        };
        return new JournalWrite
        {
            Status = JournalWriteStatus.Recorded,
            Entry = after.IsInDoubt ? after : after with { Intent = after.Intent with { Hints = null } },
        };
    }

    private static ValueList<JournalRevision> Revise(
        JournalEntry entry,
        JournalOutcome outcome,
        DateTimeOffset at,
        JournalResolutionSource source,
        string? who,
        string? why
    )
    {
        var all = entry
            .Revisions.Append(
                new JournalRevision
                {
                    Number = entry.Revision + 1,
                    At = at,
                    Source = source,
                    From = entry.Outcome?.Outcome,
                    To = outcome.Outcome,
                    Who = who,
                    Why = why,
                }
            )
            .ToList();
        var surplus = all.Count - JournalEntry.MostRevisions;
        return [.. all.Where((one, index) => one.Source == JournalResolutionSource.Person || index >= surplus)];
    }

    private static JournalOutcome Clean(JournalOutcome outcome) =>
        outcome with
        {
            Result = JournalOutcome.Of(outcome.Result).Result,
        };
}
