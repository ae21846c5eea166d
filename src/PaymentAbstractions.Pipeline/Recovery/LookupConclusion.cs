using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

/// <summary>What a look-up proves about an attempt: a final outcome by the rules of a live answer, or nothing.</summary>
internal static class LookupConclusion
{
    /// <returns>The outcome to record, or <see langword="null"/> with the reason why nothing is proven.</returns>
    public static (JournalOutcome? Outcome, string? Reason) Of(
        JournalEntry entry,
        FindResult found,
        bool isDue,
        DateTimeOffset lookedAt
    ) =>
        found switch
        {
            { IsFound: true } => OfState(entry, found.State, lookedAt),
            { Status: FindStatus.ProvenAbsent } when !isDue => (null, "It is too early to take an absence for proof."),
            { Status: FindStatus.ProvenAbsent } => (JournalOutcome.Of(Absent(entry, found)), found.Reason),
            _ => (null, found.Reason),
        };

    private static (JournalOutcome?, string?) OfState(
        JournalEntry entry,
        TransactionState state,
        DateTimeOffset lookedAt
    )
    {
        if (
            state
            is not {
                Anomaly: null,
                Outcome: PaymentOutcome.Approved or PaymentOutcome.PartiallyApproved or PaymentOutcome.Declined
            }
        )
        {
            return (null, state.Anomaly?.Description ?? $"The provider shows it as {state.Outcome} ({state.Reason}).");
        }

        if (entry.Outcome is { } before && !entry.IsInDoubt)
        {
            return OfClosed(entry, before, state, lookedAt);
        }

        var result = ResultOf(entry, state);
        return ResultEvidence.Contradiction(result, entry.Intent.Amount, sendHasBegun: false) is { } contradiction
            ? (null, contradiction)
            : (
                JournalOutcome.Of(result, state.Revision) with
                {
                    Observation = JournalObservation.Of(state, lookedAt),
                },
                "Found at the provider."
            );
    }

    // The live answer tells more than a look-up does, so only what is news is taken over.
    private static (JournalOutcome?, string?) OfClosed(
        JournalEntry entry,
        JournalOutcome before,
        TransactionState state,
        DateTimeOffset lookedAt
    )
    {
        var result = state.Outcome == before.Outcome ? before.Result : ResultOf(entry, state);
        if (state.Outcome != before.Outcome && Contradiction(entry, before, result) is { } contradiction)
        {
            return (null, contradiction);
        }

        var after = before with { Result = result, Observation = JournalObservation.Of(state, lookedAt) };
        return state.Revision is null
            ? (null, "The provider shows nothing new.")
            : (after with { ProviderRevision = state.Revision }, "The provider changed it.");
    }

    // It is looked up by the transaction that somebody named, which may be another one than the attempt's.
    private static string? Contradiction(JournalEntry entry, JournalOutcome before, PaymentResult result)
    {
        var operation = entry.Intent.Operation;
        var canBeIt =
            result.PerformedAs is { } shown
            && (
                shown == operation
                || shown == before.Result.PerformedAs
                || (operation is PaymentOperation.Void or PaymentOperation.Refund && IsReversal(shown))
            );
        return canBeIt
            ? ResultEvidence.Contradiction(result, entry.Intent.Amount, sendHasBegun: false)
            : $"The transaction is shown as {result.PerformedAs?.ToString() ?? "nothing known"}, not as a {operation}.";
    }

    private static bool IsReversal(PaymentOperation operation) =>
        operation is PaymentOperation.Void or PaymentOperation.Refund or PaymentOperation.Credit;

    private static PaymentResult ResultOf(JournalEntry entry, TransactionState state) =>
        new()
        {
            Outcome = state.Outcome,
            Operation = entry.Intent.Operation,
            Reason = state.Reason,
            Gateway = entry.Intent.Gateway,
            Transaction = state.Transaction,
            IdempotencyKey = entry.Intent.Key,
            RequestedAmount = entry.Intent.Amount,
            ApprovedAmount = state.Outcome == PaymentOutcome.Declined ? null : AmountOf(entry.Intent.Operation, state),
            PerformedAs = state.Type == PaymentOperation.Unknown ? null : state.Type,
            Code = state.Code,
            ProviderCode = state.ProviderCode,
            ProviderMessage = state.ProviderMessage,
            AuthorizationExpiresAt = state.AuthorizationExpiresAt,
        };

    private static Money? AmountOf(PaymentOperation operation, TransactionState state) =>
        operation switch
        {
            PaymentOperation.Authorize or PaymentOperation.Setup => state.AuthorizedAmount ?? state.RequestedAmount,
            PaymentOperation.Sale or PaymentOperation.Capture => state.CapturedAmount,
            PaymentOperation.Void => state.VoidedAmount ?? state.RefundedAmount ?? state.RequestedAmount,
            PaymentOperation.Refund => state.Type == PaymentOperation.Void
                ? state.VoidedAmount
                : state.RefundedAmount ?? state.RequestedAmount,
            _ => state.RequestedAmount,
        };

    private static PaymentResult Absent(JournalEntry entry, FindResult found) =>
        new()
        {
            Outcome = PaymentOutcome.NotSent,
            Operation = entry.Intent.Operation,
            Reason = PaymentReason.ProvenAbsent,
            Message = found.Reason,
            Gateway = entry.Intent.Gateway,
            IdempotencyKey = entry.Intent.Key,
            RequestedAmount = entry.Intent.Amount,
        };
}
