using System.Globalization;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

/// <summary>The results that the pipeline itself creates.</summary>
internal static class PaymentAnswers
{
    /// <summary>The result of an attempt that no process works on any more and whose outcome is unknown.</summary>
    public static PaymentResult LeftInDoubt(JournalEntry entry) =>
        entry.Outcome?.ToResult()
        ?? Blank(entry, PaymentOutcome.Unknown, PaymentReason.NoTrustworthyAnswer) with
        {
            Message = "The attempt began, its outcome was not recorded, and the provider's answers prove nothing yet.",
        };

    /// <summary>A guard of another operation blocks the request; nothing was sent.</summary>
    public static PaymentResult Guarded(PaymentRequest request, string gateway, JournalDecision decision) =>
        decision.Kind switch
        {
            JournalDecisionKind.ExceedsOriginal => Refused(
                request,
                gateway,
                PaymentReason.ExceedsAvailableAmount,
                decision.Available is { } available
                    ? $"According to the journal, {available} is left; unresolved amounts count as moved."
                    : $"According to the journal, the amount must be in {decision.Currency}."
            ),
            JournalDecisionKind.OriginalBusy => Refused(
                request,
                gateway,
                PaymentReason.AlreadyInProgress,
                $"The payment under the key '{decision.BlockedBy?.Key}' uses the transaction, and is in progress or unresolved. Repeat the call when it is resolved."
            ),
            _ => Refused(
                request,
                gateway,
                request.Operation == PaymentOperation.Capture
                    ? PaymentReason.AuthorizationNotOpen
                    : PaymentReason.AlreadyReversed,
                "According to the journal, the transaction was voided, captured or refunded, so this operation is not possible."
            ),
        };

    public static PaymentResult RetryLimitReached(PaymentRequest request, string gateway, RetriesLeft left) =>
        Refused(
            request,
            gateway,
            PaymentReason.RetryLimitReached,
            left.Until is { } until
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"The rule of the card's scheme allows no attempt with this payment method before {until:O}. Use another one, or wait."
                )
                : "The card's scheme forbids further attempts with this payment method after its last decline. Use another one."
        ) with
        {
            RetriesLeft = left,
            RetryAt = left.Until,
        };

    public static PaymentResult NotRecorded(PaymentRequest request, string gateway, JournalFailure? failure) =>
        Blank(request, gateway, PaymentOutcome.NotSent, PaymentReason.NotRecorded) with
        {
            Message = $"Nothing was sent, because the attempt could not be recorded. {failure?.Message}".TrimEnd(),
        };

    public static PaymentResult NotSent(PaymentRequest request, string gateway, PaymentReason reason, string message) =>
        Blank(request, gateway, PaymentOutcome.NotSent, reason) with
        {
            Message = message,
        };

    public static PaymentResult InDoubt(PaymentRequest request, string gateway, PaymentReason reason, string message) =>
        Blank(request, gateway, PaymentOutcome.Unknown, reason) with
        {
            Message = message,
        };

    /// <summary>The key is in progress, in this process or another.</summary>
    public static PaymentResult UnderWay(PaymentRequest request, string gateway) =>
        Blank(request, gateway, PaymentOutcome.Pending, PaymentReason.AlreadyInProgress) with
        {
            Message = "An attempt with this key is in progress.",
        };

    public static PaymentResult UnderWay(JournalEntry entry) =>
        Blank(entry, PaymentOutcome.Pending, PaymentReason.AlreadyInProgress) with
        {
            Message = "An attempt with this key is in progress.",
        };

    private static PaymentResult Blank(JournalEntry entry, PaymentOutcome outcome, PaymentReason reason) =>
        new()
        {
            Outcome = outcome,
            Operation = entry.Intent.Operation,
            Reason = reason,
            Gateway = entry.Intent.Gateway,
            IdempotencyKey = entry.Intent.IdempotencyKey,
            RequestedAmount = entry.Intent.Amount,
        };

    private static PaymentResult Refused(
        PaymentRequest request,
        string gateway,
        PaymentReason reason,
        string message
    ) => Blank(request, gateway, PaymentOutcome.Rejected, reason) with { Message = message };

    private static PaymentResult Blank(
        PaymentRequest request,
        string gateway,
        PaymentOutcome outcome,
        PaymentReason reason
    ) =>
        new()
        {
            Outcome = outcome,
            Operation = request.Operation,
            Reason = reason,
            Gateway = gateway,
            IdempotencyKey = request.IdempotencyKey,
            RequestedAmount = request.Amount,
        };
}
