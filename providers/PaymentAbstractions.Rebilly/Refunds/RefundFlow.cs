using PaymentAbstractions.Rebilly.Wire;

namespace PaymentAbstractions.Rebilly;

/// <summary>Refunds of a sale or a capture, whole or in parts, never more than it took.</summary>
internal sealed class RefundFlow(Reversal reversals)
{
    public Task<PaymentResult> ExecuteAsync(RefundRequest request, PaymentCall call) =>
        reversals.ExecuteAsync(request, request.Transaction, state => Decide(request, state), call);

    private static ReversalDecision Decide(RefundRequest request, ReversalState state)
    {
        if (state.Original.Type is not (Vocabulary.Sale or Vocabulary.Capture))
        {
            return ReversalDecision.Refuse(
                PaymentReason.InvalidRequest,
                "Only a sale or a capture can be refunded; void an authorization instead."
            );
        }

        if (
            state.Original
            is not { Result: Vocabulary.Approved, Status: not (Vocabulary.Voided or Vocabulary.Refunded) }
        )
        {
            return ReversalDecision.Refuse(
                state.Original.Status is Vocabulary.Voided or Vocabulary.Refunded
                    ? PaymentReason.AlreadyReversed
                    : PaymentReason.InvalidRequest,
                "The transaction took no money, or all of it went back."
            );
        }

        // What was processed counts, which after a conversion is in another currency than what was asked for.
        var left = state.Amount - state.Reversed;
        if (request.Amount.Currency != left.Currency)
        {
            return ReversalDecision.Refuse(
                PaymentReason.InvalidRequest,
                $"The transaction was processed in {left.Currency.Code}, so a refund in {request.Amount.Currency.Code} is not possible; {left} can be refunded."
            );
        }

        return request.Amount > left
            ? ReversalDecision.Refuse(
                left.IsPositive ? PaymentReason.ExceedsAvailableAmount : PaymentReason.AlreadyReversed,
                $"Of {state.Amount} there are {left} left to refund, less than {request.Amount}."
            )
            : ReversalDecision.Send(request.Amount);
    }
}
