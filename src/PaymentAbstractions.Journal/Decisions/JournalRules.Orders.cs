namespace PaymentAbstractions.Journal;

// One order, several keys: the most common cause of real double charges.
public static partial class JournalRules
{
    /// <summary>Decides by the payments for the same order under other keys.</summary>
    /// <param name="intent">The intent.</param>
    /// <param name="ofOrder">
    /// The entries of the order in all environments; those of another environment count only if they have the same account. Not read for an
    /// additional payment. If several have paid, the first one with the same amount is the result.
    /// </param>
    /// <returns>
    /// OrderAlreadyPaid, OrderConflict or OrderInProgress; <see langword="null"/> when no other payment of the order prevents this one.
    /// </returns>
    public static JournalDecision? DecideByOrder(JournalIntent intent, IEnumerable<JournalEntry> ofOrder)
    {
        ArgumentNullException.ThrowIfNull(intent);
        ArgumentNullException.ThrowIfNull(ofOrder);
        if (intent is not { ChargesOrder: true, AdditionalPayment: false })
        {
            return null;
        }

        JournalEntry? paid = null;
        JournalEntry? inDoubt = null;
        foreach (var other in ofOrder.Where(other => ChargesSameOrder(other, intent)))
        {
            if (other.IsApproved && (paid is null || (HasSameAmount(other, intent) && !HasSameAmount(paid, intent))))
            {
                paid = other;
            }

            inDoubt ??= other.IsInDoubt ? other : null;
        }

        return paid is not null ? DecidePaid(intent, paid)
            : inDoubt is not null ? new JournalDecision { Kind = JournalDecisionKind.OrderInProgress, Entry = inDoubt }
            : null;
    }

    // A payment is a result only for the same amount: a payment for one month does not pay the next.
    private static JournalDecision DecidePaid(JournalIntent intent, JournalEntry paid) =>
        HasSameAmount(paid, intent)
            ? new JournalDecision { Kind = JournalDecisionKind.OrderAlreadyPaid, Entry = paid }
            : new JournalDecision
            {
                Kind = JournalDecisionKind.OrderConflict,
                Entry = paid,
                Conflicts =
                [
                    .. Differences(paid.Intent, intent)
                        .Where(field => field is JournalField.Amount or JournalField.Currency),
                ],
            };

    private static bool HasSameAmount(JournalEntry entry, JournalIntent intent) => entry.Intent.Amount == intent.Amount;

    private static bool ChargesSameOrder(JournalEntry other, JournalIntent intent) =>
        other.Key != intent.JournalKey
        && other.Intent.ChargesOrder
        && other.Intent.OrderReference == intent.OrderReference
        && Concerns(other, intent);

    // If an order was paid again after a reversal, the payment that is still approved is the result.
    private static IEnumerable<JournalEntry> StandingFirst(IEntryReader journal, JournalIntent intent)
    {
        if (intent is not { ChargesOrder: true, AdditionalPayment: false })
        {
            return [];
        }

        List<JournalEntry> ofOrder = OfOrder(journal, intent);
        return ofOrder.Count(entry => entry.IsApproved) > 1
            ? ofOrder.OrderBy(entry => HasGone(journal, entry, intent.StartedAt))
            : ofOrder;
    }

    private static List<JournalEntry> OfOrder(IEntryReader journal, JournalIntent intent)
    {
        List<JournalEntry> found = [];
        foreach (var other in journal.FindByOrder(intent.OrderReference))
        {
            if (ChargesSameOrder(other, intent))
            {
                found.Add(other);
            }
        }

        return found.SortOldestFirst();
    }

    // Approved, and later reversed or shown as declined. A further capture of it counts when it is approved.
    private static bool HasGone(IEntryReader journal, JournalEntry entry, DateTimeOffset now) =>
        AnswerOf(entry, MovedOf(journal, entry) is { } moved ? moved with { CapturesInDoubt = 0 } : null, now).Outcome
            is PaymentOutcome.Reversed
                or PaymentOutcome.Declined;

    private static bool Stands(IEntryReader journal, JournalEntry entry, DateTimeOffset now) =>
        entry.IsApproved && !HasGone(journal, entry, now);
}
