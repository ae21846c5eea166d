using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

/// <summary>Compares one payment in the journal with the provider's list, or else with a look-up.</summary>
internal sealed partial class EntryComparison(
    ConfiguredGateway gateway,
    IPaymentJournal journal,
    EntryLookup lookup,
    ListedTransactions listed,
    bool listsAll
)
{
    private readonly HashSet<string> _shown = new(StringComparer.Ordinal);

    /// <summary>Returns whether a transaction was shown for a payment that does not name it.</summary>
    public bool WasShown(TransactionState state) => _shown.Contains(state.Transaction.TransactionId);

    /// <returns>The line; <see langword="null"/> for a payment that was never sent.</returns>
    public async Task<ReconciledPayment?> CompareAsync(JournalEntry entry, CancellationToken cancellationToken)
    {
        if (entry.Intent.Account != gateway.Account)
        {
            return entry.MayReopen
                ? null
                : LineOf(entry) with
                {
                    Explanation = "The payment was sent to an account other than the gateway's current one.",
                };
        }

        var ofKey = listed.Find(WireKeyOf(entry)).ToList();
        if (!IsInPlace(entry) && listed.Find(entry.Outcome?.Result.Transaction) is { } own && !ofKey.Contains(own))
        {
            ofKey.Insert(0, own);
        }

        ofKey.ForEach(listed.Take);
        if (lookup.MayBeUnderWay(entry))
        {
            return LineOf(entry) with { Explanation = "The payment may be in progress." };
        }

        // A change that was recorded after this entry was read is not a difference.
        if (entry.IsInDoubt && ofKey.Count > 0)
        {
            entry = await journal.FindAsync(entry.Key, cancellationToken).ConfigureAwait(false) ?? entry;
        }

        var open = ofKey.FindAll(state => state.Outcome != PaymentOutcome.Declined);
        if (open is [var first, _, ..])
        {
            return Several(entry, first, open);
        }

        var shown = open.FirstOrDefault() ?? ofKey.FirstOrDefault();
        if (entry.MayReopen)
        {
            return open.Count == 0
                ? null
                : LineOf(entry, shown) with
                {
                    Status = ReconciliationStatus.OtherOutcome,
                    Explanation =
                        "According to the journal, nothing was processed, but the provider has a transaction under the key.",
                };
        }

        return shown is not null
            ? await JudgeAsync(entry, shown, isListed: true, cancellationToken).ConfigureAwait(false)
            : await AskAsync(entry, cancellationToken).ConfigureAwait(false);
    }

    private ReconciledPayment Several(JournalEntry entry, TransactionState first, List<TransactionState> open)
    {
        var moved = open.Count(MovedMoney);
        return LineOf(entry, first) with
        {
            Status = moved > 1 ? ReconciliationStatus.ChargedTwice : ReconciliationStatus.NotVerifiable,
            Others = [.. open.Skip(1).Select(state => state.Transaction)],
            Explanation =
                moved > 1
                    ? $"{moved} transactions moved money under the key."
                    : $"The provider has {open.Count} transactions under the key, and not all of them are final.",
        };
    }

    private async Task<ReconciledPayment> AskAsync(JournalEntry entry, CancellationToken cancellationToken)
    {
        var line = LineOf(entry);
        if (entry.Outcome is { Outcome: PaymentOutcome.Declined, Transaction: null })
        {
            return listsAll
                ? line with
                {
                    Status = ReconciliationStatus.Matched,
                }
                : line with
                {
                    Explanation =
                        "The payment was declined without a transaction, and the provider does not list everything.",
                };
        }

        // An operation in place has the id of its original, which exists whether or not the operation succeeded.
        var isInPlace = IsInPlace(entry);
        var found = await lookup.AskAsync(entry, byAttempt: isInPlace, cancellationToken).ConfigureAwait(false);
        if (found.State is { } state)
        {
            if (entry.Outcome?.Transaction is null)
            {
                _shown.Add(state.Transaction.TransactionId);
            }

            return await JudgeAsync(entry, state, isListed: false, cancellationToken).ConfigureAwait(false);
        }

        return await NotShownAsync(entry, line, found, cancellationToken).ConfigureAwait(false);
    }

    private async Task<ReconciledPayment> NotShownAsync(
        JournalEntry entry,
        ReconciledPayment line,
        FindResult found,
        CancellationToken cancellationToken
    )
    {
        if (found.Status is not (FindStatus.NotSeen or FindStatus.ProvenAbsent))
        {
            return line with
            {
                Candidates = found.Candidates,
                Explanation = found.Reason ?? "The provider's answer proves nothing.",
            };
        }

        if (IsInPlace(entry))
        {
            var amounts = await journal
                .GetAmountsAsync(entry.Intent.Original!, cancellationToken)
                .ConfigureAwait(false);
            return entry.Intent.Operation == PaymentOperation.Capture && amounts.IsVoided
                ? line with
                {
                    Status = ReconciliationStatus.Matched,
                    Explanation = "The transaction was voided later, and the provider shows only the void.",
                }
                : line with
                {
                    Status = ReconciliationStatus.OtherOutcome,
                    Explanation = found.Reason,
                };
        }

        return found.Status == FindStatus.ProvenAbsent && entry.IsInDoubt
                ? line with
                {
                    Status = ReconciliationStatus.OtherOutcome,
                    Explanation =
                        $"The payment is unresolved in the journal, and nothing was processed: {found.Reason} Recovery will record that.",
                }
            // Only a look-up by its own id, or a proof, shows that it does not exist.
            : entry.IsApproved && (entry.Outcome!.Transaction is not null || found.Status == FindStatus.ProvenAbsent)
                ? line with
                {
                    Status = ReconciliationStatus.MissingAtProvider,
                    Explanation = found.Reason,
                }
            : line with { Explanation = found.Reason };
    }

    private ReconciledPayment LineOf(JournalEntry entry, TransactionState? shown = null)
    {
        var (intent, result) = (entry.Intent, entry.Outcome?.Result);
        return new ReconciledPayment
        {
            Status = ReconciliationStatus.NotVerifiable,
            Gateway = gateway.Name,
            IdempotencyKey = intent.IdempotencyKey,
            OrderReference = intent.OrderReference,
            Operation = intent.Operation,
            Transaction = shown?.Transaction ?? result?.Transaction,
            At = intent.StartedAt,
            JournalOutcome = result?.Outcome,
            JournalAmount =
                entry.Observation?.ProcessedAmount
                ?? result?.ProcessedAmount
                ?? result?.ApprovedAmount
                ?? intent.Amount,
            ShownOutcome = shown?.Outcome,
            ShownAmount = AmountOf(shown),
        };
    }

    public static Money? AmountOf(TransactionState? shown) => shown?.ProcessedAmount ?? shown?.RequestedAmount;

    private static bool MovedMoney(TransactionState state) =>
        state.Outcome is PaymentOutcome.Approved or PaymentOutcome.PartiallyApproved or PaymentOutcome.Reversed;

    private static bool IsInPlace(JournalEntry entry) =>
        entry.Intent.Original is { } original && original.IsSameTransaction(entry.Outcome?.Transaction);

    private static string? WireKeyOf(JournalEntry entry) =>
        entry.Intent.KeyNamespace is { } names ? entry.Intent.IdempotencyKey.ToWireKey(names) : null;
}
