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
            : order.Steps.Any(step => step.Request.IdempotencyKey == key) ? OfStep(order, key, result)
            : OfEarlierAttempt(order, key, result, now);
        return Settle(concluded, now);
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

    // An answer may be that of another attempt, for which the order waits or which has paid it: its key is in the result.
    private static bool IsCurrent(Order order, IdempotencyKey key) =>
        order.Charge?.Request.IdempotencyKey == key
        || (order.State != OrderState.Open && order.Result?.IdempotencyKey == key);

    private static Order OfCharge(Order before, PaymentResult result)
    {
        var order = before with { Result = result, Transaction = result.Transaction ?? before.Transaction };
        if (HasMoney(before.State))
        {
            return result.Outcome switch
            {
                PaymentOutcome.Approved when before.State == OrderState.PartlyPaid && !HasCapture(before) => order with
                {
                    State = StateAfter(result),
                },
                PaymentOutcome.Approved or PaymentOutcome.PartiallyApproved => order,
                // It was approved before. A person must find out what happened to the goods.
                PaymentOutcome.Reversed or PaymentOutcome.Declined => order with { State = OrderState.Reversed },
                _ => before,
            };
        }

        return result.Outcome switch
        {
            PaymentOutcome.Approved or PaymentOutcome.PartiallyApproved => order with { State = StateAfter(result) },
            PaymentOutcome.Reversed => order with { State = OrderState.Reversed },
            // Money had moved before: a person decides whether the order is charged again.
            PaymentOutcome.Declined
                when result.Reason is PaymentReason.ChangedByProvider or PaymentReason.AlreadyPaid => order with
            {
                State = OrderState.Reversed,
            },
            // The bank does not know what became of it: no other attempt before it was looked up.
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
            // Declined, Rejected or NotSent. The next attempt may use another card, so it has a key of its own.
            _ => NextAttempt(order) with
            {
                // What was not sent has not used its permit up.
                MayChargeAgain = before.MayChargeAgain && result.MaySendAgain,
            },
        };
    }

    private static Order OfStep(Order order, IdempotencyKey key, PaymentResult result)
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

    private static Order OfEarlierAttempt(Order order, IdempotencyKey key, PaymentResult result, DateTimeOffset now)
    {
        if (
            result.Outcome is not (PaymentOutcome.Approved or PaymentOutcome.PartiallyApproved)
            || IsKnown(order, result.Transaction)
        )
        {
            return order;
        }

        var pays = result is { IsApproved: true, Operation: PaymentOperation.Sale or PaymentOperation.Authorize };
        if (pays && !HasMoney(order.State) && order.EarlierApproval is null)
        {
            return order with { EarlierApproval = result with { IdempotencyKey = key } };
        }

        return order.EarlierApproval?.Transaction?.IsSameTransaction(result.Transaction) == true
            ? order
            : Note(
                order,
                now,
                pays
                    ? GiveBack(result with { IdempotencyKey = key })
                    : $"The {result.Operation} of an earlier attempt, {key}, turned out {result.Outcome} as {result.Transaction}. Check what has to be done."
            );
    }

    // An earlier attempt that turned out approved pays the order once no other payment is under way.
    private static Order Settle(Order order, DateTimeOffset now)
    {
        if (order.EarlierApproval is not { } approval)
        {
            return order;
        }

        if (order.State is OrderState.Open or OrderState.EnteringCard)
        {
            return order with
            {
                State = StateAfter(approval),
                Result = approval,
                Transaction = approval.Transaction,
                Charge = null,
                EarlierApproval = null,
            };
        }

        if (!HasMoney(order.State))
        {
            return order;
        }

        var settled = order with { EarlierApproval = null };
        return IsKnown(order, approval.Transaction) ? settled : Note(settled, now, GiveBack(approval));
    }

    private static string GiveBack(PaymentResult approval) =>
        $"An earlier attempt, {approval.IdempotencyKey}, turned out approved as {approval.Transaction}. Give one of the two back.";

    private static Order Note(Order order, DateTimeOffset now, string text) =>
        order.Notes.Any(note => note.Text == text) ? order : order.With(new OrderNote(now, "recovery", text));

    private static bool IsKnown(Order order, TransactionReference? transaction) =>
        HasMoney(order.State) && order.Transaction?.IsSameTransaction(transaction) == true;

    private static OrderState StateAfter(PaymentResult result) =>
        result switch
        {
            { Operation: PaymentOperation.Authorize } => OrderState.Authorized,
            { Outcome: PaymentOutcome.PartiallyApproved } => OrderState.PartlyPaid,
            _ => OrderState.Paid,
        };

    private static bool HasCapture(Order order) => order.Steps.Any(step => step.Request is CaptureRequest);

    private static bool HasMoney(OrderState state) =>
        state is OrderState.Authorized or OrderState.PartlyPaid or OrderState.Paid or OrderState.Reversed;
}
