namespace PaymentAbstractions.Journal;

// The effects of a change of one entry on other entries, which are read only if there may be some.
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
        var operation = after.Intent.Operation;
        if (!isLate && after.DuplicateOf is null && !IsForOriginal(operation))
        {
            return new JournalWrite { Status = JournalWriteStatus.Recorded, Entry = after };
        }

        var changed = new ChangedEntries(journal);
        changed.Set(after);
        if (isLate || after.DuplicateOf is not null)
        {
            RemarkDuplicates(changed, after.Key, at);
        }

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

        if (IsForOriginal(operation) && (isLate || (after.IsApproved && MayMatterTo(journal, after, at))))
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

    // A sale does not have to observe an authorization with nothing left. If an authorization is wrongly treated as open, that costs a
    // read; if it is wrongly treated as closed, the sale would capture it.
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

    // A later report of the provider outweighs a person's decision about a void.
    private static bool WasSeenAfterVoid(IEntryReader journal, JournalEntry entry, TransactionReference made) =>
        entry.Observation is { IsReversed: false } seen
        && journal
            .FindByOriginal(made)
            .Where(child => child is { IsApproved: true, Intent.Operation: PaymentOperation.Void })
            .All(child => child.IsDecidedByPerson && seen.ReadAt > child.RecordedAt);

    // The caller of a refund knows that it succeeded, so its first result affects other entries only in a few cases. A capture affects
    // others only if its result is Reversed, or if it takes more of an authorization that had been reversed.
    private static bool MayMatterTo(IEntryReader journal, JournalEntry entry, DateTimeOffset at) =>
        entry.Intent.Operation == PaymentOperation.Capture
            ? entry.Observation?.IsReversed == true
                || (entry.Intent.MultiCapture && Makers(journal, entry).Exists(maker => HasGone(journal, maker, at)))
            : Makers(journal, entry)
                .Exists(maker =>
                    maker.DuplicateOf is not null
                    || maker.Intent.Operation == PaymentOperation.Refund
                    || DuplicatesOf(journal, maker).Any()
                );

    // The order was paid twice when another of its keys is approved; an entry that may still be approved gets the key that paid before it.
    // Only an entry that is not itself a duplicate is referenced, so that one charge of each order remains.
    private static void MarkDuplicates(ChangedEntries changed, JournalEntry entry, DateTimeOffset at)
    {
        if (entry.Intent.AdditionalPayment)
        {
            return;
        }

        var others = OfOrder(changed, entry.Intent).Where(other => !other.Intent.AdditionalPayment).ToList();
        if (others.Find(other => other.DuplicateOf is null && Stands(changed, other, at)) is { } paid)
        {
            changed.Set(entry with { DuplicateOf = paid.Key });
        }

        foreach (var other in others.Where(other => other is { IsInDoubt: true, DuplicateOf: null }))
        {
            changed.Set(other with { DuplicateOf = entry.Key });
        }
    }

    // A duplicate of a reversed charge may still be one of another charge. Approved charges are checked first, because unresolved ones
    // refer to them.
    private static void FreeDuplicates(ChangedEntries changed, JournalEntry gone, DateTimeOffset at)
    {
        foreach (var freed in DuplicatesOf(changed, gone).OrderBy(entry => !entry.IsApproved).ToList())
        {
            var paid = OfOrder(changed, freed.Intent)
                .FirstOrDefault(other =>
                    other is { DuplicateOf: null, Intent.AdditionalPayment: false } && Stands(changed, other, at)
                );
            changed.Set(freed with { DuplicateOf = paid?.Key });
        }
    }

    private static IEnumerable<JournalEntry> DuplicatesOf(IEntryReader journal, JournalEntry entry) =>
        entry.Intent.ChargesOrder ? OfOrder(journal, entry.Intent).Where(other => other.DuplicateOf == entry.Key) : [];

    // A refund that was voided through the journal is recorded as voided, as if that had been read at the provider.
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

    // Operations on a transaction change the result of the payment that created it.
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
            var isNews = was != now && maker.Revision == before.Revision;
            if (isNews && (publishesReversal || now != PaymentOutcome.Reversed))
            {
                var why = $"The {child.Intent.Operation} under the key '{child.Intent.IdempotencyKey}' changed.";
                changed.Set(Raised(maker, was, now, ChangesOf(wasAnswer, nowAnswer), at, source, why));
            }

            RemarkDuplicates(changed, maker.Key, at);
        }
    }

    // A refunded charge is no longer a duplicate, and one that is approved again may be one.
    private static void RemarkDuplicates(ChangedEntries changed, JournalKey key, DateTimeOffset at)
    {
        var entry = changed.Find(key)!;
        if (!entry.Intent.ChargesOrder)
        {
            return;
        }

        var stood = Stands(changed.Before, changed.Before.Find(key)!, at);
        var stands = Stands(changed, entry, at);
        if (stands && !stood)
        {
            MarkDuplicates(changed, entry, at);
        }
        else if (!stands && entry is { IsInDoubt: false, DuplicateOf: not null })
        {
            changed.Set(entry with { DuplicateOf = null });
        }

        if (stood && !stands)
        {
            FreeDuplicates(changed, entry, at);
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
