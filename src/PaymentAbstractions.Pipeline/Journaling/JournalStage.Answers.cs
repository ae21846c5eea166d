using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

// Answers without sending.
internal sealed partial class JournalStage
{
    private async Task<PaymentResult> AnswerAsync(PaymentContext context, JournalDecision decision)
    {
        var (gateway, request) = (context.Gateway.Name, context.Asked);
        switch (decision.Kind)
        {
            case JournalDecisionKind.Conflict:
                throw KeyConflict.Of(request.IdempotencyKey, decision.Conflicts);
            case JournalDecisionKind.OrderConflict:
                throw OrderConflict.Of(request, decision.Entry!);
            case JournalDecisionKind.NotRecorded:
                Log.IntentNotRecorded(
                    _logger,
                    gateway,
                    request.Operation,
                    request.IdempotencyKey,
                    decision.Failure?.Message
                );
                return PaymentAnswers.NotRecorded(request, gateway, decision.Failure);
            case JournalDecisionKind.InProgress when lookup.IsDue(decision.Entry!):
                return PaymentAnswers.LeftInDoubt(decision.Entry!);
            case JournalDecisionKind.Answered or JournalDecisionKind.InProgress:
                return await AnswerOfAsync(context, decision).ConfigureAwait(false);
            case JournalDecisionKind.OrderInProgress or JournalDecisionKind.OrderAlreadyPaid:
                var isPaid = decision.Kind == JournalDecisionKind.OrderAlreadyPaid;
                return await AnswerOfAsync(context, decision).ConfigureAwait(false) with
                {
                    Reason = isPaid ? PaymentReason.AlreadyPaid : PaymentReason.AlreadyInProgress,
                };
            default:
                var refused = PaymentAnswers.Guarded(request, gateway, decision);
                Log.RefusedByJournal(
                    _logger,
                    gateway,
                    request.Operation,
                    request.IdempotencyKey,
                    refused.Outcome,
                    refused.Reason
                );
                return refused;
        }
    }

    // An approval that may have been given back must not cause a shipment.
    private async Task<PaymentResult> AnswerOfAsync(PaymentContext context, JournalDecision decision)
    {
        var entry = decision.Entry!;
        try
        {
            return await observations
                .AnswerOfAsync(entry, context.InFlight.Patience, decision.Moved)
                .ConfigureAwait(false);
        }
        catch (Exception exception) when (!IsGivenUp(context, exception))
        {
            Log.JournalFailed(_logger, RedactedException.Of(exception), entry.Intent.IdempotencyKey);
            return entry.Outcome!.ToResult() with
            {
                Outcome = PaymentOutcome.Unknown,
                Reason = PaymentReason.NoTrustworthyAnswer,
                Message =
                    "The payment was approved; the journal could not determine whether it was reversed since then.",
            };
        }
    }
}
