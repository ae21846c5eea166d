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
            return line with { Explanation = shown.Anomaly?.Description ?? "The provider shows no final outcome." };
        }

        if (entry.IsInDoubt)
        {
            return Other("The payment is unresolved in the journal. Recovery will record what the provider shows.");
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
                    $"According to the journal, {line.JournalAmount} was processed, but the provider shows {line.ShownAmount}.",
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
                Explanation = isListed
                    ? null
                    : "The provider does not list the transaction, but shows it in a look-up.",
            };
    }

    private static string? ContradictionOf(JournalEntry entry, TransactionState shown, bool isApproved) =>
        (entry.Intent.IsRecordOnly, shown.IsRecordOnly) switch
        {
            (false, true) => "According to the journal, the payment was charged, but the provider only recorded it.",
            (true, false) =>
                "According to the journal, the payment was only to be recorded, but the provider charged it.",
            _ when isApproved == MovedMoney(shown) => null,
            _ => isApproved
                ? "According to the journal, the payment was approved, but the provider shows that no money moved."
                : "According to the journal, no money moved, but the provider shows that it did.",
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
                return "The provider shows that the money was returned, but the journal contains no void or refund.";
            }

            if (isCaptured && !amounts.KnowsCapture && amounts.CapturesInDoubt == 0 && !amounts.IsCapturedElsewhere)
            {
                return "The provider shows that the authorization was captured, but the journal contains no capture.";
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
