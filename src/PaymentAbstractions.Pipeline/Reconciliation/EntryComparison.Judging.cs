using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

// Compares a payment with a transaction that belongs to it.
internal sealed partial class EntryComparison
{
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

        // A decline that the provider showed after its approval is known as well.
        var isApproved = entry.IsApproved && entry.Observation is not { IsDeclined: true };
        if (ContradictionOf(entry, shown, isApproved) is { } contradiction)
        {
            return Other(contradiction);
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

        return await UnknownChangeAsync(entry, shown, isListed, cancellationToken).ConfigureAwait(false) is { } why
            ? Other(why)
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

    private static string? ContradictionOf(JournalEntry entry, TransactionState shown, bool isApproved) =>
        (entry.Intent.IsRecordOnly, shown.IsRecordOnly) switch
        {
            (false, true) => "By the journal it was charged, and the provider only recorded it.",
            (true, false) => "By the journal it was only to be recorded, and the provider charged it.",
            _ when isApproved == MovedMoney(shown) => null,
            _ => isApproved
                ? "By the journal it is approved, and the provider shows that no money moved."
                : "By the journal no money moved, and the provider shows that it did.",
        };

    /// <summary>Describes changes to the transaction at the provider that the journal does not know.</summary>
    private async Task<string?> UnknownChangeAsync(
        JournalEntry entry,
        TransactionState shown,
        bool isListed,
        CancellationToken cancellationToken
    )
    {
        var isReversed = shown.Outcome == PaymentOutcome.Reversed && entry.Observation is not { IsReversed: true };
        var isCaptured =
            entry.Intent.Operation == PaymentOperation.Authorize
            && (
                shown.Type is PaymentOperation.Sale or PaymentOperation.Capture
                || shown.CapturedAmount is { IsPositive: true }
            );
        if (isReversed || isCaptured)
        {
            var amounts = await journal.GetAmountsAsync(shown.Transaction, cancellationToken).ConfigureAwait(false);
            if (isReversed && !(amounts.IsVoided || amounts.IsRefunded || amounts.IsRefundInDoubt))
            {
                return "The provider shows that the money went back, of which the journal knows nothing.";
            }

            if (isCaptured && !amounts.KnowsCapture && amounts.CapturesInDoubt == 0 && !amounts.IsCapturedElsewhere)
            {
                return "The provider shows that it was captured, of which the journal knows nothing.";
            }
        }

        // A transaction that the list has shown for one payment is looked up for the next payment that names it.
        return isListed || IsInPlace(entry)
            ? null
            : await OtherOwnerAsync(entry, shown, cancellationToken).ConfigureAwait(false);
    }

    private async Task<string?> OtherOwnerAsync(
        JournalEntry entry,
        TransactionState shown,
        CancellationToken cancellationToken
    )
    {
        await foreach (
            var other in journal.FindByTransactionAsync(shown.Transaction, cancellationToken).ConfigureAwait(false)
        )
        {
            if (other.Key != entry.Key && !IsInPlace(other))
            {
                return $"The payment '{other.Intent.IdempotencyKey}' names the same transaction.";
            }
        }

        return null;
    }

    // A void has no amount of its own. An authorization captured in place shows the captured amount as well as the requested one.
    private static bool AmountsDiffer(ReconciledPayment line, JournalEntry entry, TransactionState shown) =>
        entry.Intent.Operation != PaymentOperation.Void
        && line.JournalAmount is { } known
        && line.ShownAmount is { } processed
        && known != processed
        && !(
            entry.Intent.Operation == PaymentOperation.Authorize
            && (known == shown.AuthorizedAmount || known == shown.RequestedAmount)
        );
}
