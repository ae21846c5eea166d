using PaymentAbstractions.Adapters;
using PaymentAbstractions.Rebilly.Wire;

namespace PaymentAbstractions.Rebilly;

/// <summary>Voids of a whole transaction, before settlement unless the request says otherwise.</summary>
/// <remarks>
/// Between our read and Rebilly's decision the transaction may settle; then the answer is of type refund, and the result's
/// PerformedAs says so.
/// </remarks>
internal sealed class VoidFlow(Reversal reversals)
{
    public Task<PaymentResult> ExecuteAsync(VoidRequest request, RunningAttempt attempt) =>
        reversals.ExecuteAsync(request, request.Transaction, state => Decide(request, state), attempt);

    private static ReversalDecision Decide(VoidRequest request, ReversalState state)
    {
        if (state.Original.Type is not (Vocabulary.Sale or Vocabulary.Capture or Vocabulary.Authorize))
        {
            return ReversalDecision.Refuse(
                PaymentReason.InvalidRequest,
                "Only a sale, a capture or an authorization can be voided."
            );
        }

        if (state.Original is not { Result: Vocabulary.Approved })
        {
            return ReversalDecision.Refuse(
                PaymentReason.InvalidRequest,
                "The transaction is not approved; there is nothing to void."
            );
        }

        if (state.Original.Status is Vocabulary.Voided or Vocabulary.Refunded || state.Reversed.IsPositive)
        {
            return ReversalDecision.Refuse(
                PaymentReason.AlreadyReversed,
                "The transaction was voided or refunded already."
            );
        }

        if (state.Original is { Type: Vocabulary.Authorize, Status: not Vocabulary.WaitingCapture })
        {
            return ReversalDecision.Refuse(
                PaymentReason.AuthorizationNotOpen,
                "The authorization is not open any more; void or refund its capture."
            );
        }

        return state.IsSettled && request.IfSettled == IfSettled.Refuse
            ? ReversalDecision.Refuse(
                PaymentReason.AlreadySettled,
                "The transaction is settled; refund it, or allow the void to."
            )
            : ReversalDecision.Send(state.Amount);
    }
}
