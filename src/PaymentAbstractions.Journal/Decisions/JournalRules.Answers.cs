namespace PaymentAbstractions.Journal;

// Determines the result of a payment from the recorded outcome and what happened since.
public static partial class JournalRules
{
    /// <summary>
    /// Derives the result of a payment from its recorded outcome, what was moved of its transaction, and how the provider showed it.
    /// </summary>
    /// <param name="entry">The entry of the payment.</param>
    /// <param name="moved">
    /// What was moved of the entry's transaction, from <see cref="JournalDecision.Moved"/> or
    /// <see cref="IPaymentJournal.GetAmountsAsync"/>; <see langword="null"/> means that nothing was moved.
    /// </param>
    /// <param name="now">The current time.</param>
    /// <returns>
    /// The recorded result. An approval that was fully voided or refunded is Reversed; one that was refunded in part is Approved with
    /// <see cref="PaymentResult.RefundedAmount"/>; an authorization that has expired uncaptured is Approved with the reason
    /// AuthorizationExpired. An open attempt is Pending. An approval that the provider now shows as declined is Declined with the reason
    /// ChangedByProvider.
    /// </returns>
    /// <remarks>
    /// A provider that approved and now shows a decline contradicts itself, and may do so again. The result of the payment is what the
    /// provider shows, so that the merchant does not ship; but the approval stays recorded and the order stays taken, so that no second
    /// charge is possible if the first one comes back. Only a person (with a resolution as Declined) or a request with AdditionalPayment
    /// frees the order. The opposite case can be recorded safely: a declined payment that is now shown as approved moved money. It takes
    /// its order from then on, and is a duplicate charge if another key has paid meanwhile.
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
            // A refunded amount is available again when the transaction that refunded it is voided.
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
        // After its capture, the rest of an authorization is held only if it can be captured again.
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
            Message = "It was approved, and all of it has since been voided or refunded.",
        };

    private static PaymentResult DeclinedSince(PaymentResult result) =>
        result with
        {
            Outcome = PaymentOutcome.Declined,
            Reason = PaymentReason.ChangedByProvider,
            Message =
                "It was approved, but the provider now shows it as declined. Its order stays taken until a person decides.",
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
            Message = "The attempt is in progress, or its process has ended; recovery will look it up.",
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
