namespace PaymentAbstractions.Journal;

// What a change of one entry means for others: read only where there may be such others.
public static partial class JournalRules
{
    private static JournalWrite WithEffects(
        IEntryReader journal,
        JournalEntry before,
        JournalEntry after,
        bool isLate,
        DateTimeOffset at
    )
    {
        var changed = new ChangedEntries(journal);
        changed.Set(after);
        if (isLate && after.IsApproved != before.IsApproved && after.Intent.ChargesOrder)
        {
            if (after.IsApproved)
            {
                MarkDuplicates(changed, after, at);
            }
            else
            {
                UnmarkDuplicates(changed, after);
            }
        }

        var operation = after.Intent.Operation;
        if (isLate && operation == PaymentOperation.Authorize)
        {
            changed.Set(WithClosing(changed, changed.Find(after.Key)!));
        }
        else if (
            operation is PaymentOperation.Capture or PaymentOperation.Void
            && (before.IsApproved || after.IsApproved)
        )
        {
            CloseAuthorizations(changed, after);
        }

        var givesBack = operation is PaymentOperation.Void or PaymentOperation.Refund;
        if (isLate ? IsForOriginal(operation) : givesBack && after.IsApproved && MayMatterTo(journal, after))
        {
            var source = after.DecidedBy ?? JournalResolutionSource.LateAnswer;
            if (operation == PaymentOperation.Void && before.IsApproved != after.IsApproved)
            {
                ReverseRefund(changed, after, at, source);
            }

            Reflect(changed, after, at, source, isLate);
        }

        return changed.ToWrite(after.Key);
    }

    private static void CloseAuthorizations(ChangedEntries changed, JournalEntry child)
    {
        foreach (var maker in MakersOf(changed, child).ToList())
        {
            var after = WithClosing(changed, maker);
            if (after.IsAuthorizationClosed != maker.IsAuthorizationClosed)
            {
                changed.Set(after);
            }
        }
    }

    // A sale need not heed an authorization of which nothing is left. One that is taken for open wrongly costs a read; taken for closed
    // wrongly it would be captured.
    private static JournalEntry WithClosing(IEntryReader journal, JournalEntry entry) =>
        entry with
        {
            IsAuthorizationClosed =
                entry is { Intent.Operation: PaymentOperation.Authorize, IsApproved: true }
                && entry.Outcome!.Transaction is { } made
                && AmountsOf(journal, made, except: null).Original is var amounts
                && (
                    (amounts.IsVoided && entry.StandsApproved && !WasSeenAfterVoid(journal, entry, made))
                    || (amounts.Captured is { } taken && taken == amounts.Authorized)
                ),
        };

    // The provider's own later word outweighs a person's on a void.
    private static bool WasSeenAfterVoid(IEntryReader journal, JournalEntry entry, TransactionReference made) =>
        entry.Observation is { IsReversed: false } seen
        && journal
            .FindByOriginal(made)
            .Where(child => child is { IsApproved: true, Intent.Operation: PaymentOperation.Void })
            .All(child => child.IsDecidedByPerson && seen.ReadAt > child.RecordedAt);

    // Whoever asks for a refund knows that it went through, so the first answer to it changes others in few cases only.
    private static bool MayMatterTo(IEntryReader journal, JournalEntry entry) =>
        Makers(journal, entry)
            .Any(maker => maker.DuplicateOf is not null || maker.Intent.Operation == PaymentOperation.Refund);

    // The order was paid twice when another key of it stands approved; one that may become so is told who paid before it.
    private static void MarkDuplicates(ChangedEntries changed, JournalEntry entry, DateTimeOffset at)
    {
        if (entry.Intent is not { ChargesOrder: true, AdditionalPayment: false } || HasGone(changed, entry, at))
        {
            return;
        }

        var others = OfOrder(changed, entry.Intent).Where(other => !other.Intent.AdditionalPayment).ToList();
        if (others.Find(other => other.IsApproved && !HasGone(changed, other, at)) is { } paid)
        {
            changed.Set(entry with { DuplicateOf = paid.Key });
        }

        foreach (var other in others.Where(other => other is { IsInDoubt: true, DuplicateOf: null }))
        {
            changed.Set(other with { DuplicateOf = entry.Key });
        }
    }

    private static void UnmarkDuplicates(ChangedEntries changed, JournalEntry entry)
    {
        foreach (var other in OfOrder(changed, entry.Intent).Where(other => other.DuplicateOf == entry.Key).ToList())
        {
            changed.Set(other with { DuplicateOf = null });
        }
    }

    // A refund that was voided through the journal is known to be so, as if it had been read at the provider.
    private static void ReverseRefund(
        ChangedEntries changed,
        JournalEntry voiding,
        DateTimeOffset at,
        JournalResolutionSource source
    )
    {
        if (OwnerOf(changed, voiding.Intent.Original!) is not { Intent.Operation: PaymentOperation.Refund } refund)
        {
            return;
        }

        var shown = new JournalObservation
        {
            Transaction = refund.Outcome!.Transaction!,
            ReadAt = at,
            IsReversed = voiding.IsApproved,
            Source = source,
        };
        var after = refund with { Observation = shown.After(refund.Observation) };
        changed.Set(after);
        Follow(changed, refund, after, at, source);
        Reflect(changed, after, at, source);
    }

    // What was done to a transaction changes the answer of the payment that made it.
    private static void Reflect(
        ChangedEntries changed,
        JournalEntry child,
        DateTimeOffset at,
        JournalResolutionSource source,
        bool publishesReversal = true
    )
    {
        foreach (var maker in Makers(changed, child))
        {
            var before = changed.Before.Find(maker.Key)!;
            var wasAnswer = AnswerOf(before, MovedOf(changed.Before, before), at);
            var nowAnswer = AnswerOf(maker, MovedOf(changed, maker), at);
            var (was, now) = (wasAnswer.Outcome, nowAnswer.Outcome);
            if (was == now || maker.Revision != before.Revision)
            {
                continue;
            }

            if (publishesReversal || now != PaymentOutcome.Reversed)
            {
                var why = $"The {child.Intent.Operation} under the key '{child.Intent.IdempotencyKey}' changed.";
                changed.Set(Raised(maker, was, now, ChangesOf(wasAnswer, nowAnswer), at, source, why));
            }

            RemarkDuplicates(changed, maker.Key, was, now, at);
        }
    }

    // What has gone back is no duplicate any more, and what stands again may be one.
    private static void RemarkDuplicates(
        ChangedEntries changed,
        JournalKey key,
        PaymentOutcome was,
        PaymentOutcome now,
        DateTimeOffset at
    )
    {
        var entry = changed.Find(key)!;
        if (IsGone(now) && entry.DuplicateOf is not null)
        {
            changed.Set(entry with { DuplicateOf = null });
        }
        else if (IsGone(was) && !IsGone(now))
        {
            MarkDuplicates(changed, entry, at);
        }
    }

    private static List<JournalEntry> Makers(IEntryReader journal, JournalEntry child) =>
        MakersOf(journal, child).Where(maker => maker.IsApproved && MayBeReversed(maker)).ToList();

    private static IEnumerable<JournalEntry> MakersOf(IEntryReader journal, JournalEntry child) =>
        new[] { child.Intent.Original, child.OriginalRoot }
            .OfType<TransactionReference>()
            .Distinct()
            .SelectMany(journal.FindByTransaction)
            .DistinctBy(maker => maker.Key)
            .Where(maker => maker.Key != child.Key);
}
