namespace PaymentAbstractions.Journal;

// What a payment is answered with: what was recorded, and what happened since.
public static partial class JournalRules
{
    /// <summary>
    /// Derives the answer to a payment: from what was recorded, what was moved of its transaction, and how the provider showed it.
    /// </summary>
    /// <param name="entry">The entry of the payment.</param>
    /// <param name="moved">
    /// What was moved of the entry's transaction, as <see cref="JournalDecision.Moved"/> or
    /// <see cref="IPaymentJournal.GetAmountsAsync"/> tells; none counts as nothing.
    /// </param>
    /// <param name="now">The time.</param>
    /// <returns>
    /// The recorded result. An approval of which all was voided or given back is Reversed; of which a part was, Approved with
    /// <see cref="PaymentResult.RefundedAmount"/>; an authorization that has expired uncaptured, Approved with the reason
    /// AuthorizationExpired. An open attempt is Pending. An approval that the provider shows as declined since is Declined, with the reason
    /// ChangedByProvider.
    /// </returns>
    /// <remarks>
    /// A provider that approved and now shows a decline contradicts itself, and may do so again. The payment is answered as it is shown, so
    /// that nobody ships on it; but the approval stays on record and holds its order, so that a charge that comes back is no second one.
    /// Only a person frees the order (a resolution as Declined), or a request that says AdditionalPayment. The other way round is safe to
    /// record: a declined payment that is shown as approved moved money, so it holds its order from then on, and is a duplicate charge
    /// where another key has paid meanwhile.
    /// </remarks>
    public static PaymentResult AnswerOf(JournalEntry entry, OriginalAmounts? moved, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.Outcome is not { } outcome)
        {
            return UnderWay(entry);
        }

        var result = outcome.ToResult();
        if (!entry.IsApproved || outcome.Transaction is not { } transaction)
        {
            return result;
        }

        if (!entry.StandsApproved)
        {
            return DeclinedSince(result);
        }

        moved ??= OriginalAmounts.Of(transaction, [entry]);
        return entry.Intent.Operation switch
        {
            PaymentOperation.Sale or PaymentOperation.Capture => Since(
                entry,
                result,
                moved,
                moved.IsVoided || moved.IsRefunded
            ),
            PaymentOperation.Authorize => SinceAuthorization(entry, result, moved, now),
            // What went back comes again when the transaction that gave it back is voided.
            PaymentOperation.Refund
            or PaymentOperation.Credit when !transaction.IsSameTransaction(entry.Intent.Original) => moved.IsVoided
                ? Reversed(result)
                : result with
                {
                    IsRefundInDoubt = moved.IsVoidInDoubt,
                },
            _ => result,
        };
    }

    private static PaymentResult SinceAuthorization(
        JournalEntry entry,
        PaymentResult result,
        OriginalAmounts moved,
        DateTimeOffset now
    )
    {
        // What is left of an authorization after its capture is held only where it may be captured again.
        var isUsedUp =
            moved is { Captures: > 0, CapturesInDoubt: 0 }
            && (!entry.Intent.MultiCapture || Covers(moved.Captured, moved.Authorized));
        var isGivenBack = isUsedUp && (moved.IsRefunded || moved.Processed is { IsZero: true });
        var answer = Since(entry, result, moved, moved.IsVoided || isGivenBack);
        var isExpired =
            answer.Outcome != PaymentOutcome.Reversed
            && moved is { Captures: 0, CapturesInDoubt: 0, IsCapturedElsewhere: false }
            && result.AuthorizationExpiresAt <= now;
        return isExpired ? answer with { Reason = PaymentReason.AuthorizationExpired } : answer;
    }

    private static bool Covers(Money? captured, Money? authorized) =>
        (captured, authorized) is ({ } taken, { } held) && taken.Currency == held.Currency && taken >= held;

    private static PaymentResult Since(JournalEntry entry, PaymentResult result, OriginalAmounts moved, bool isReversed)
    {
        var answer = result with
        {
            ProcessedAmount = entry.Observation?.ProcessedAmount ?? result.ProcessedAmount,
            RefundedAmount = moved.Refunded is { IsPositive: true } back ? back : null,
        };
        return isReversed ? Reversed(answer) : answer with { IsRefundInDoubt = moved.IsRefundInDoubt };
    }

    private static PaymentResult Reversed(PaymentResult result) =>
        result with
        {
            Outcome = PaymentOutcome.Reversed,
            Reason = PaymentReason.AlreadyReversed,
            Message = "It was approved, and all of it was voided or given back since.",
        };

    private static PaymentResult DeclinedSince(PaymentResult result) =>
        result with
        {
            Outcome = PaymentOutcome.Declined,
            Reason = PaymentReason.ChangedByProvider,
            Message =
                "It was approved, and the provider shows it as declined since. Its order stays taken until a person decides.",
            ApprovedAmount = null,
            ProcessedAmount = null,
            Code = null,
        };

    private static PaymentResult UnderWay(JournalEntry entry) =>
        new()
        {
            Outcome = PaymentOutcome.Pending,
            Operation = entry.Intent.Operation,
            Reason = PaymentReason.AlreadyInProgress,
            Message = "The attempt is under way, or its process has died; it is looked up in time.",
            Gateway = entry.Intent.Gateway,
            IdempotencyKey = entry.Intent.IdempotencyKey,
            RequestedAmount = entry.Intent.Amount,
        };

    private static OriginalAmounts? MovedOf(IEntryReader journal, JournalEntry entry) =>
        entry is { IsApproved: true, Outcome.Transaction: { } transaction } && MayBeReversed(entry)
            ? AmountsOf(journal, transaction)
            : null;

    private static bool MayBeReversed(JournalEntry entry) =>
        entry.Intent.Operation is not (PaymentOperation.Void or PaymentOperation.Setup);
}
