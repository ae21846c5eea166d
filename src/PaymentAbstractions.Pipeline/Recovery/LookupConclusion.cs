using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

/// <summary>Determines what a look-up proves about an attempt: a final outcome by the rules for live answers, or nothing.</summary>
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
            { IsFound: true } => OfState(
                entry,
                ApprovalOf(entry, found.State),
                JournalObservation.Of(found.State, lookedAt)
            ),
            { Status: FindStatus.ProvenAbsent } when !isDue => (
                null,
                "It is too early for an absence to prove anything."
            ),
            { Status: FindStatus.ProvenAbsent } => (
                JournalOutcome.Of(found.ResultOf(entry.ToAttempt())!),
                found.Reason
            ),
            _ => (null, found.Reason),
        };

    // A transaction whose amount was given back must have been approved: the attempt's outcome is that approval.
    private static TransactionState ApprovalOf(JournalEntry entry, TransactionState state)
    {
        if (state.Outcome != PaymentOutcome.Reversed)
        {
            return state;
        }

        var isPart =
            entry.Intent.Amount is { } asked
            && ResultOf(entry, state).ApprovedAmount is { } approved
            && approved.Currency == asked.Currency
            && approved < asked;
        return state with { Outcome = isPart ? PaymentOutcome.PartiallyApproved : PaymentOutcome.Approved };
    }

    private static (JournalOutcome?, string?) OfState(
        JournalEntry entry,
        TransactionState state,
        JournalObservation observation
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
            return (
                null,
                state.Anomaly?.Description ?? $"The provider shows the transaction as {state.Outcome} ({state.Reason})."
            );
        }

        // A decline says nothing about amounts given back.
        var seen = state.Outcome == PaymentOutcome.Declined ? null : observation;
        if (entry.Outcome is { } before && !entry.IsInDoubt)
        {
            return OfClosed(entry, before, state, seen);
        }

        var result = ResultOf(entry, state);
        return ResultEvidence.Contradiction(result, entry.Intent.Amount) is { } contradiction
            ? (null, contradiction)
            : (JournalOutcome.Of(result, state.Revision) with { Observation = seen }, "Found at the provider.");
    }

    // The live answer contains more than a look-up, so only a different outcome replaces it; other changes are recorded as observations.
    private static (JournalOutcome?, string?) OfClosed(
        JournalEntry entry,
        JournalOutcome before,
        TransactionState state,
        JournalObservation? observation
    )
    {
        if (IsSame(entry, before, state))
        {
            return (null, "The provider shows the same outcome.");
        }

        // A decline replaces only an approval that a person decided. Otherwise it is recorded as an observation, and the order stays paid.
        if (entry.IsApproved && observation is null && entry.DecidedBy != JournalResolutionSource.Person)
        {
            return (null, "The payment was approved, but the provider shows it as declined.");
        }

        var result = ResultOf(entry, state);
        var after = new JournalOutcome
        {
            Result = result,
            Observation = observation,
            ProviderRevision = state.Revision ?? before.ProviderRevision,
        };
        return Contradiction(entry, before, result) is { } contradiction
            ? (null, contradiction)
            : (after, "The provider changed the transaction.");
    }

    // A partial approval can change to another amount. A full approval always has the requested amount.
    private static bool IsSame(JournalEntry entry, JournalOutcome before, TransactionState state) =>
        state.Outcome == before.Outcome
        && (
            state.Outcome != PaymentOutcome.PartiallyApproved
            || ResultOf(entry, state).ApprovedAmount is not { } part
            || part == before.Result.ApprovedAmount
        );

    // The look-up uses a transaction that a caller named, which may not be the attempt's.
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
            ? ResultEvidence.Contradiction(result, entry.Intent.Amount)
            : $"The transaction is shown as {result.PerformedAs?.ToString() ?? "an unknown operation"}, not as a {operation}.";
    }

    private static bool IsReversal(PaymentOperation operation) =>
        operation is PaymentOperation.Void or PaymentOperation.Refund or PaymentOperation.Credit;

    // The live exchange knows which data was sent, and the journal adds up refunds itself.
    private static PaymentResult ResultOf(JournalEntry entry, TransactionState state)
    {
        var result = FindResult.ShownAs(entry.ToAttempt(), state);
        return result with
        {
            RefundedAmount = null,
            Answer = null,
            View = ProviderView.None,
            NextAction = null,
            Code = CodeOf(entry, state),
            CommercialData = entry.Outcome?.Result.CommercialData is { } sent
                ? sent with
                {
                    ReportedLevel = state.CommercialData.ReportedLevel ?? sent.ReportedLevel,
                }
                : state.CommercialData,
        };
    }

    /// <summary>Returns the code as it applies to the payment: a soft decline depends on authentication and on who began it.</summary>
    public static ResponseCode? CodeOf(JournalEntry entry, TransactionState state) =>
        entry.Intent.Operation
            is PaymentOperation.Sale
                or PaymentOperation.Authorize
                or PaymentOperation.Credit
                or PaymentOperation.Setup
            ? state.Code?.ForPayment(entry.Intent.IsMerchantInitiated, entry.Intent.IsAuthenticated)
            : state.Code;
}
