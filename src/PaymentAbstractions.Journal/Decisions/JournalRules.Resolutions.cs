namespace PaymentAbstractions.Journal;

// What is proven later, and when it may change an entry.
public static partial class JournalRules
{
    /// <summary>Refuses a resolution without the data for the audit.</summary>
    /// <param name="resolution">The resolution.</param>
    /// <exception cref="PaymentRequestException">The key is missing, or the name or reason of a person.</exception>
    public static void Validate(JournalResolution resolution)
    {
        ArgumentNullException.ThrowIfNull(resolution);
        var problems = new ProblemList();
        var byPerson = resolution.Source == JournalResolutionSource.Person;
        Require(problems, resolution.Key.Key.IsSpecified, nameof(resolution.Key), "must be given.");
        Require(
            problems,
            !byPerson || !string.IsNullOrWhiteSpace(resolution.Who),
            nameof(resolution.Who),
            "must name the person who resolves the payment."
        );
        Require(
            problems,
            !byPerson || !string.IsNullOrWhiteSpace(resolution.Why),
            nameof(resolution.Why),
            "must give the reason for the resolution."
        );
        problems.ThrowIfAny();
    }

    /// <summary>Records what was proven later.</summary>
    /// <param name="journal">The content of the journal.</param>
    /// <param name="resolution">What was proven.</param>
    /// <returns>
    /// Recorded with the entries to write, including <see cref="JournalWrite.Others"/>, or the reason why nothing is written.
    /// </returns>
    public static JournalWrite Resolve(IEntryReader journal, JournalResolution resolution)
    {
        ArgumentNullException.ThrowIfNull(journal);
        ArgumentNullException.ThrowIfNull(resolution);
        var entry = journal.Find(resolution.Key);
        var write = Resolve(entry, resolution);
        return write.Status switch
        {
            JournalWriteStatus.Recorded => WithEffects(journal, entry!, write.Entry!, isLate: true, resolution.At),
            // The outcome is not new, but the observation may be.
            JournalWriteStatus.Unchanged
            or JournalWriteStatus.AlreadyFinal when resolution.Outcome.Observation is { } observation => Observe(
                journal,
                observation
            ),
            _ => write,
        };
    }

    /// <summary>Records what was proven later in the entry itself.</summary>
    /// <param name="entry">The entry of the key, if there is one.</param>
    /// <param name="resolution">What was proven.</param>
    /// <returns>Recorded with the entry to write, or the reason why nothing is written.</returns>
    public static JournalWrite Resolve(JournalEntry? entry, JournalResolution resolution)
    {
        ArgumentNullException.ThrowIfNull(resolution);
        var outcome = Clean(resolution.Outcome);
        if ((Refusal(entry, resolution.Attempt) ?? Refusal(entry!, resolution, outcome)) is { } refused)
        {
            return refused;
        }

        var acknowledges = Acknowledges(entry!, resolution, outcome);
        var revised = entry! with
        {
            // An approval by the provider has more weight than a person's later confirmation.
            DecidedBy = acknowledges || Confirms(entry, outcome) ? entry.DecidedBy : resolution.Source,
            DuplicateOf = acknowledges ? null : entry.DuplicateOf,
            Revisions = Revise(
                entry,
                outcome.Outcome,
                resolution.At,
                resolution.Source,
                ChangesOf(
                    entry.Outcome?.Result,
                    outcome.Result,
                    entry.DisputeStatus,
                    outcome.Observation?.DisputeStatus ?? entry.DisputeStatus
                ),
                FreeText.Clean(resolution.Who),
                FreeText.Clean(resolution.Why)
            ),
        };
        // An acknowledged entry keeps its checks.
        var recorded = acknowledges ? entry.Outcome! with { NextCheckAt = entry.NextCheckAt } : outcome;
        return Recorded(revised, recorded, resolution.At, publish: true);
    }

    // The charge is already known; the person only acknowledges it.
    private static bool Acknowledges(JournalEntry entry, JournalResolution resolution, JournalOutcome outcome) =>
        entry.IsDuplicateCharge && resolution.Source == JournalResolutionSource.Person && IsApproval(outcome.Outcome);

    private static bool Confirms(JournalEntry entry, JournalOutcome outcome) =>
        entry.IsApproved
        && IsApproval(outcome.Outcome)
        && outcome.Transaction?.IsSameTransaction(entry.Outcome!.Transaction) == true;

    private static JournalWrite? Refusal(JournalEntry entry, JournalResolution resolution, JournalOutcome outcome)
    {
        JournalWriteStatus? status =
            resolution.ExpectedRevision is { } expected && expected != entry.Revision ? JournalWriteStatus.Outdated
            : resolution.LeaseEpoch is { } epoch && epoch != entry.LeaseEpoch ? JournalWriteStatus.Outdated
            : Acknowledges(entry, resolution, outcome) ? null
            : entry.Outcome == outcome.Alone ? JournalWriteStatus.Unchanged
            : entry.IsInDoubt && resolution.At < entry.Intent.SendBy && AllowsSending(resolution.Source, outcome.Result)
                ? JournalWriteStatus.TooEarly
            : resolution.Source == JournalResolutionSource.Person ? null
            : IsOlder(outcome, entry) ? JournalWriteStatus.Outdated
            : entry.Outcome is not null && !entry.IsInDoubt ? RefusalOfFinal(entry, resolution.Source, outcome)
            : null;
        return status is null ? null : new JournalWrite { Status = status.Value, Entry = entry };
    }

    // A transaction that a provider shows exists; a person's statement about an attempt that may still be sent is only an opinion.
    private static bool AllowsSending(JournalResolutionSource source, PaymentResult result) =>
        source == JournalResolutionSource.Person ? !result.MoneyMayHaveMoved : result.MaySendAgain;

    private static JournalWriteStatus? RefusalOfFinal(
        JournalEntry entry,
        JournalResolutionSource source,
        JournalOutcome outcome
    )
    {
        var before = entry.Outcome!;
        var disprovesPerson = DisprovesPerson(entry, outcome);
        var isLookup = source == JournalResolutionSource.Lookup;
        if (isLookup && entry.IsApproved && !IsApproval(outcome.Outcome) && !disprovesPerson)
        {
            // No order becomes free automatically; the new state is recorded as an observation.
            return JournalWriteStatus.AlreadyFinal;
        }

        var isNews =
            source == JournalResolutionSource.Provider
            || (outcome.ProviderRevision is { } now && now > (before.ProviderRevision ?? -1))
            || (isLookup && ShowsCharge(before, outcome))
            || disprovesPerson;
        var makesDoubtful = outcome.Outcome is PaymentOutcome.Unknown or PaymentOutcome.Pending;
        var reopens = outcome.Result.MaySendAgain && !before.Result.MaySendAgain;
        return isNews && !makesDoubtful && !reopens ? null : JournalWriteStatus.AlreadyFinal;
    }

    // A charge that is shown disproves a negative decision; a positive one is disproved only by a decline of the same transaction.
    private static bool DisprovesPerson(JournalEntry entry, JournalOutcome outcome) =>
        entry.IsDecidedByPerson
        && (
            entry.IsApproved
                ? outcome.Outcome == PaymentOutcome.Declined
                    && outcome.Transaction?.IsSameTransaction(entry.Outcome!.Transaction) == true
                : IsApproval(outcome.Outcome) && outcome.Transaction is not null
        );

    // That money moved is evidence, regardless of what the provider had reported about the transaction before.
    private static bool ShowsCharge(JournalOutcome before, JournalOutcome outcome) =>
        IsApproval(outcome.Outcome) && outcome.Transaction?.IsSameTransaction(before.Transaction) == true;

    private static bool IsOlder(JournalOutcome outcome, JournalEntry entry) =>
        outcome.ProviderRevision is { } now
        && (
            now < entry.Outcome?.ProviderRevision
            || (
                now < entry.Observation?.ProviderRevision
                && entry.Observation.Transaction.IsSameTransaction(outcome.Transaction)
            )
        );
}
