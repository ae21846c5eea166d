using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

/// <summary>Compares one payment of the journal with what the provider lists, or else shows when it is asked for.</summary>
internal sealed class EntryComparison(
    ConfiguredGateway gateway,
    IPaymentJournal journal,
    EntryLookup lookup,
    ListedTransactions listed,
    bool listsAll
)
{
    private readonly HashSet<string> _shown = new(StringComparer.Ordinal);

    /// <summary>Whether a transaction was shown for a payment that does not name it.</summary>
    public bool WasShown(TransactionState state) => _shown.Contains(state.Transaction.TransactionId);

    /// <returns>The line; <see langword="null"/> for what was never sent.</returns>
    public async Task<ReconciledPayment?> CompareAsync(JournalEntry entry, CancellationToken cancellationToken)
    {
        var result = entry.Outcome?.Result;
        if (entry.Intent.Account != gateway.Account)
        {
            return entry.MayReopen
                ? null
                : LineOf(entry) with
                {
                    Explanation = "It was sent to another account than the gateway's present one.",
                };
        }

        var ofKey = listed.Find(WireKeyOf(entry)).ToList();
        if (!IsInPlace(entry) && listed.Find(result?.Transaction) is { } own && !ofKey.Contains(own))
        {
            ofKey.Insert(0, own);
        }

        ofKey.ForEach(listed.Take);
        var moved = ofKey.FindAll(MovedMoney);
        if (moved is [var first, _, ..])
        {
            return LineOf(entry, first) with
            {
                Status = ReconciliationStatus.Twice,
                Others = [.. moved.Skip(1).Select(state => state.Transaction)],
                Explanation = $"{moved.Count} transactions moved money under the key.",
            };
        }

        var shown = moved.FirstOrDefault() ?? ofKey.FirstOrDefault();
        if (entry.MayReopen)
        {
            return shown is not null && MovedMoney(shown)
                ? LineOf(entry, shown) with
                {
                    Status = ReconciliationStatus.OtherOutcome,
                    Explanation =
                        "By the journal nothing of it was done, and the provider has a transaction under its key.",
                }
                : null;
        }

        return shown is not null
            ? await JudgeAsync(entry, shown, isListed: true, cancellationToken).ConfigureAwait(false)
            : await AskAsync(entry, cancellationToken).ConfigureAwait(false);
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
                    Explanation = "It was declined without a transaction, and the provider does not list everything.",
                };
        }

        if (lookup.MayBeUnderWay(entry))
        {
            return line with { Explanation = "It may be under way." };
        }

        // What was done in place has the id of its original, which is there whatever became of it.
        var byId = IsInPlace(entry) ? null : entry.Outcome?.Transaction;
        FindResult found;
        try
        {
            var request = byId is not null ? FindRequest.For(byId) : FindRequest.For(entry.ToAttempt());
            found = await gateway.FindAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (PaymentRequestException exception)
        {
            return line with { Explanation = $"It cannot be looked up: {exception.Message}" };
        }

        if (found.State is { } state)
        {
            if (entry.Outcome?.Transaction is null)
            {
                _shown.Add(state.Transaction.TransactionId);
            }

            return await JudgeAsync(entry, state, isListed: false, cancellationToken).ConfigureAwait(false);
        }

        return found.Status switch
        {
            FindStatus.NotSeen or FindStatus.ProvenAbsent when entry.IsApproved => line with
            {
                Status = ReconciliationStatus.MissingThere,
                Explanation = found.Reason,
            },
            FindStatus.ProvenAbsent when entry.IsInDoubt => line with
            {
                Status = ReconciliationStatus.OtherOutcome,
                Explanation = $"The journal is in doubt, and nothing was done: {found.Reason} Recovery will record it.",
            },
            _ => line with { Others = found.Candidates, Explanation = found.Reason ?? "The provider proves nothing." },
        };
    }

    private async Task<ReconciledPayment> JudgeAsync(
        JournalEntry entry,
        TransactionState shown,
        bool isListed,
        CancellationToken cancellationToken
    )
    {
        var line = LineOf(entry, shown);
        if (shown.Outcome is PaymentOutcome.Unknown or PaymentOutcome.Pending)
        {
            return line with { Explanation = shown.Anomaly?.Description ?? "The provider has no final answer." };
        }

        if (entry.IsInDoubt)
        {
            return Other("The journal is in doubt. Recovery will record what the provider shows.");
        }

        // A decline that the provider showed after its approval is known, too.
        var isApproved = entry.IsApproved && entry.Observation is not { IsDeclined: true };
        if (isApproved != MovedMoney(shown))
        {
            return Other(
                isApproved
                    ? "By the journal it is approved, and the provider shows that no money moved."
                    : "By the journal no money moved, and the provider shows that it did."
            );
        }

        if (!isApproved)
        {
            return Matched();
        }

        if (AmountsDiffer(line, entry, shown))
        {
            return line with
            {
                Status = ReconciliationStatus.OtherAmount,
                Explanation =
                    $"By the journal {line.JournalAmount} was processed, and the provider shows {line.ShownAmount}.",
            };
        }

        return
            shown.Outcome == PaymentOutcome.Reversed
            && !await IsKnownToBeReversedAsync(entry, shown, cancellationToken).ConfigureAwait(false)
            ? Other("The provider shows that the money went back, of which the journal knows nothing.")
            : Matched();

        ReconciledPayment Other(string why) =>
            line with
            {
                Status = ReconciliationStatus.OtherOutcome,
                Explanation = why,
            };

        ReconciledPayment Matched() =>
            line with
            {
                Status = ReconciliationStatus.Matched,
                Explanation = isListed ? null : "The provider does not list it, and shows it when it is asked for.",
            };
    }

    private async Task<bool> IsKnownToBeReversedAsync(
        JournalEntry entry,
        TransactionState shown,
        CancellationToken cancellationToken
    )
    {
        if (entry.Observation is { IsReversed: true })
        {
            return true;
        }

        var amounts = await journal.GetAmountsAsync(shown.Transaction, cancellationToken).ConfigureAwait(false);
        return amounts.IsVoided || amounts.IsRefunded || amounts.IsRefundInDoubt;
    }

    // A void is whole by nature. An authorization that was captured in place shows what was captured beside what was asked for.
    private static bool AmountsDiffer(ReconciledPayment line, JournalEntry entry, TransactionState shown) =>
        entry.Intent.Operation != PaymentOperation.Void
        && line.JournalAmount is { } known
        && line.ShownAmount is { } processed
        && known != processed
        && !(
            entry.Intent.Operation == PaymentOperation.Authorize
            && (known == shown.AuthorizedAmount || known == shown.RequestedAmount)
        );

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
