using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace PaymentAbstractions;

/// <summary>What a look-up proves about a transaction.</summary>
public sealed record FindResult
{
    /// <summary>What is proven.</summary>
    public required FindStatus Status { get; init; }

    /// <summary>The transaction, when it was found.</summary>
    public TransactionState? State { get; init; }

    /// <summary>The transactions that match, when there are several.</summary>
    public ValueList<TransactionReference> Candidates { get; init; } = [];

    /// <summary>The reason in one sentence: the evidence of an absence, or why the look-up failed.</summary>
    public string? Reason { get; init; }

    /// <summary>The earliest time for another look-up, when this one failed and the provider reports one.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>Whether the transaction was found.</summary>
    [JsonIgnore]
    [MemberNotNullWhen(true, nameof(State))]
    public bool IsFound => Status == FindStatus.Found && State is not null;

    /// <summary>Creates a result for a transaction that was found.</summary>
    /// <param name="state">The transaction.</param>
    /// <returns>The result.</returns>
    public static FindResult Found(TransactionState state) => new() { Status = FindStatus.Found, State = state };

    /// <summary>Creates a result for a transaction that the provider did not show, which proves nothing.</summary>
    /// <param name="reason">Where the adapter looked.</param>
    /// <returns>The result.</returns>
    public static FindResult NotSeen(string reason) => new() { Status = FindStatus.NotSeen, Reason = reason };

    /// <summary>Creates a result for proof by the provider that no money moved.</summary>
    /// <param name="evidence">The evidence.</param>
    /// <returns>The result.</returns>
    public static FindResult ProvenAbsent(string evidence) =>
        new() { Status = FindStatus.ProvenAbsent, Reason = evidence };

    /// <summary>Creates a result for several transactions that match.</summary>
    /// <param name="candidates">The transactions.</param>
    /// <param name="reason">Why none of them can be identified as the one.</param>
    /// <returns>The result.</returns>
    public static FindResult Ambiguous(ValueList<TransactionReference> candidates, string reason) =>
        new()
        {
            Status = FindStatus.Ambiguous,
            Candidates = candidates,
            Reason = reason,
        };

    /// <summary>Creates a result for a look-up that failed.</summary>
    /// <param name="reason">Why it failed.</param>
    /// <param name="retryAt">The earliest time for another look-up, when the provider reports one.</param>
    /// <returns>The result.</returns>
    public static FindResult LookupFailed(string reason, DateTimeOffset? retryAt = null) =>
        new()
        {
            Status = FindStatus.LookupFailed,
            Reason = reason,
            RetryAt = retryAt,
        };

    /// <summary>Converts the look-up to the result of the attempt that was looked up.</summary>
    /// <param name="attempt">The attempt that was looked up.</param>
    /// <returns>
    /// What the provider shows of the attempt: Unknown when that contradicts the attempt or itself, NotSent when an absence is proven;
    /// <see langword="null"/> when the look-up proves nothing.
    /// </returns>
    /// <remarks>
    /// An absence is proven for the time of the look-up only. Do not send another payment while the attempt may still be in progress, for
    /// example in another process; the journal refuses one for the same order.
    /// </remarks>
    /// <exception cref="ArgumentNullException">The attempt is <see langword="null"/>.</exception>
    public PaymentResult? ResultOf(PaymentAttempt attempt)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        return Status switch
        {
            FindStatus.Found when State is not null => Believable(attempt, ShownAs(attempt, State)),
            FindStatus.ProvenAbsent => Of(attempt, PaymentOutcome.NotSent) with
            {
                Reason = PaymentReason.ProvenAbsent,
                Message = Reason,
            },
            _ => null,
        };
    }

    /// <summary>Returns what the provider shows, whether or not it is consistent.</summary>
    internal static PaymentResult ShownAs(PaymentAttempt attempt, TransactionState state)
    {
        // Of a transaction that was voided under its own id, the void is what was approved.
        var outcome =
            attempt.Operation == PaymentOperation.Void && state.Outcome == PaymentOutcome.Reversed
                ? PaymentOutcome.Approved
                : state.Outcome;
        var approved = outcome is PaymentOutcome.Approved or PaymentOutcome.PartiallyApproved or PaymentOutcome.Reversed
            ? AmountOf(attempt.Operation, state)
            : null;
        return Of(attempt, outcome) with
        {
            Gateway = attempt.Gateway ?? state.Transaction.Gateway,
            Reason = outcome == state.Outcome ? state.Reason : PaymentReason.None,
            Transaction = state.Transaction,
            ApprovedAmount = approved,
            ProcessedAmount = approved is null ? null : state.ProcessedAmount ?? approved,
            // A refund shows its own amount there.
            RefundedAmount = attempt.Operation is PaymentOperation.Refund or PaymentOperation.Void
                ? null
                : state.RefundedAmount,
            PerformedAs = state.Type == PaymentOperation.Unknown ? null : state.Type,
            Code = state.Code,
            Provider = state.Provider,
            Verification = state.Verification,
            PaymentMethod = state.PaymentMethod,
            BillingDescriptor = state.BillingDescriptor,
            CommercialData = state.CommercialData,
            NextAction = state.NextAction,
            AuthorizationExpiresAt = state.AuthorizationExpiresAt,
            Anomaly = state.Anomaly,
            Answer = state.Answer,
            View = state.View,
        };
    }

    private static PaymentResult Believable(PaymentAttempt attempt, PaymentResult shown)
    {
        var contradiction = shown.Anomaly?.Description ?? ResultEvidence.Contradiction(shown, attempt.Amount);
        return contradiction is null || shown.Outcome == PaymentOutcome.Unknown
            ? shown
            : shown with
            {
                Outcome = PaymentOutcome.Unknown,
                Reason = PaymentReason.AnswerContradictsRequest,
                Message = contradiction,
                ApprovedAmount = null,
            };
    }

    private static PaymentResult Of(PaymentAttempt attempt, PaymentOutcome outcome) =>
        new()
        {
            Outcome = outcome,
            Operation = attempt.Operation,
            Gateway = attempt.Gateway,
            IdempotencyKey = attempt.IdempotencyKey,
            RequestedAmount = attempt.Amount,
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
            _ => state.Outcome == PaymentOutcome.PartiallyApproved ? state.ProcessedAmount : state.RequestedAmount,
        };
}
