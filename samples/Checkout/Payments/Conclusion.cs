using Checkout.BackOffice;
using PaymentAbstractions;

namespace Checkout.Payments;

/// <summary>
/// What an outcome means for an order, whether the answer, a look-up, recovery or a person brings it. Pure, and applying a result twice
/// changes nothing.
/// </summary>
public static class Conclusion
{
    /// <summary>Applies the result of a charge or of a step, by its key.</summary>
    public static Order Of(Order order, IdempotencyKey key, PaymentResult result, DateTimeOffset now)
    {
        var concluded =
            IsCurrent(order, key) ? OfCharge(order, result)
            : StepConclusion.IsStep(order, key) ? StepConclusion.Of(order, key, result)
            : EarlierAttempt.Of(order, result with { IdempotencyKey = key }, now);
        return EarlierAttempt.Settle(concluded, now);
    }

    /// <summary>The order, for another key. Only after an outcome that proves that no money moved, or by a person.</summary>
    public static Order NextAttempt(Order order) =>
        order with
        {
            State = OrderState.Open,
            Attempt = order.Attempt + 1,
            // A permit is for one attempt.
            MayChargeAgain = false,
            Charge = null,
        };

    /// <summary>The state of an order that a charge has paid.</summary>
    public static OrderState StateAfter(PaymentResult result) =>
        result switch
        {
            { Operation: PaymentOperation.Authorize } => OrderState.Authorized,
            { Outcome: PaymentOutcome.PartiallyApproved } => OrderState.PartlyPaid,
            _ => OrderState.Paid,
        };

    // An answer may be that of another attempt, for which the order waits or which has paid it: its key is in the result.
    private static bool IsCurrent(Order order, IdempotencyKey key) =>
        order.Charge?.Request.IdempotencyKey == key
        || (order.State != OrderState.Open && order.Result?.IdempotencyKey == key);

    private static Order OfCharge(Order before, PaymentResult result)
    {
        var order = before with { Result = result, Transaction = result.Transaction ?? before.Transaction };
        return result.Outcome switch
        {
            PaymentOutcome.Approved or PaymentOutcome.PartiallyApproved => IsKept(before, result)
                ? order
                : order with
                {
                    State = StateAfter(result),
                },
            // Money had moved before: a person decides what becomes of the goods, and whether the order is charged again.
            PaymentOutcome.Reversed => order with { State = OrderState.Reversed },
            PaymentOutcome.Declined
                when before.HasMoney || result.Reason is PaymentReason.ChangedByProvider or PaymentReason.AlreadyPaid =>
                order with
                {
                    State = OrderState.Reversed,
                },
            _ when before.HasMoney => before,
            // The bank does not know the outcome: no other attempt before a look-up.
            PaymentOutcome.Declined when result.Code?.Advice == ResponseAdvice.LookUp => order with
            {
                State = OrderState.Paying,
            },
            // A form was opened at the provider, and there is no transaction before it is completed.
            PaymentOutcome.Pending when result is { Transaction: null, NextAction: not null } => order with
            {
                State = OrderState.EnteringCard,
            },
            PaymentOutcome.Pending or PaymentOutcome.Unknown => order with { State = OrderState.Paying },
            // Declined, Rejected or NotSent. The next attempt may use another card, so it has a key of its own. What the gateway
            // has not sent has not used its permit up. An absence that was looked up is proven for the time of the look-up only.
            _ => NextAttempt(order) with
            {
                MayChargeAgain =
                    before.MayChargeAgain && result.MaySendAgain && result.Reason != PaymentReason.ProvenAbsent,
            },
        };
    }

    // An approved order keeps its state, unless the whole amount turns out approved where a part was known.
    private static bool IsKept(Order before, PaymentResult result) =>
        before.HasMoney
        && (
            result.Outcome != PaymentOutcome.Approved
            || before.State != OrderState.PartlyPaid
            || before.Steps.Any(step => step.Request is CaptureRequest)
        );
}
