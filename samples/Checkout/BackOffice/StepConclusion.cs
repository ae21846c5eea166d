using Checkout.Payments;
using PaymentAbstractions;

namespace Checkout.BackOffice;

/// <summary>What the outcome of a capture, void or refund means for an order.</summary>
public static class StepConclusion
{
    /// <summary>Whether a key is that of a step of the order's current payment.</summary>
    public static bool IsStep(Order order, IdempotencyKey key) =>
        order.Steps.Any(step => step.Request.IdempotencyKey == key);

    /// <summary>Applies the result of a step. Pure, and applying it twice changes nothing.</summary>
    public static Order Of(Order order, IdempotencyKey key, PaymentResult result)
    {
        order = order with
        {
            Steps =
            [
                .. order.Steps.Select(step =>
                    step.Request.IdempotencyKey == key ? step with { Result = result } : step
                ),
            ],
        };
        return result switch
        {
            { Outcome: not (PaymentOutcome.Approved or PaymentOutcome.PartiallyApproved) } => order,
            { Operation: PaymentOperation.Void } => order with { State = OrderState.Reversed },
            { Operation: PaymentOperation.Capture } when order.State == OrderState.Authorized => order with
            {
                State = order.Collected < order.Total ? OrderState.PartlyPaid : OrderState.Paid,
            },
            { Operation: PaymentOperation.Refund } when order.Kept.IsZero => order with { State = OrderState.Reversed },
            _ => order,
        };
    }
}
