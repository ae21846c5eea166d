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
        if (order.Charge?.Request.IdempotencyKey == key)
        {
            return OfCharge(order, result);
        }

        return order.Steps.Any(step => step.Request.IdempotencyKey == key)
            ? OfStep(order, key, result)
            : OfEarlierAttempt(order, key, result, now);
    }

    private static Order OfCharge(Order before, PaymentResult result)
    {
        var order = before with { Result = result, Transaction = result.Transaction ?? before.Transaction };
        if (HasMoney(before.State))
        {
            return result.Outcome switch
            {
                PaymentOutcome.Approved or PaymentOutcome.PartiallyApproved => order,
                // It was approved before. A person must find out what happened to the goods.
                PaymentOutcome.Reversed or PaymentOutcome.Declined => order with { State = OrderState.Reversed },
                _ => before,
            };
        }

        return result.Outcome switch
        {
            PaymentOutcome.Approved => order with { State = StateAfter(result.Operation) },
            PaymentOutcome.PartiallyApproved => order with { State = OrderState.PartlyPaid },
            PaymentOutcome.Reversed => order with { State = OrderState.Reversed },
            // The bank does not know the outcome: look it up before another attempt.
            PaymentOutcome.Declined when result.Code?.Advice == ResponseAdvice.LookUp => order with
            {
                State = OrderState.Paying,
            },
            PaymentOutcome.Declined => NextAttempt(order),
            // A form was opened at the provider, and there is no transaction before it is completed.
            PaymentOutcome.Pending when result is { Transaction: null, NextAction: not null } => order with
            {
                State = OrderState.EnteringCard,
            },
            PaymentOutcome.Pending or PaymentOutcome.Unknown => order with { State = OrderState.Paying },
            _ => result.MaySendAgain ? order with { State = OrderState.Open } : NextAttempt(order),
        };
    }

    private static Order OfStep(Order order, IdempotencyKey key, PaymentResult result)
    {
        // A key that was left over is in two steps: the earlier one has been answered.
        var last = order.Steps.Last(step => step.Request.IdempotencyKey == key);
        order = order with
        {
            Steps = [.. order.Steps.Select(step => step == last ? step with { Result = result } : step)],
        };
        return result switch
        {
            { IsApproved: false } => order,
            { Operation: PaymentOperation.Void } => order with { State = OrderState.Reversed },
            { Operation: PaymentOperation.Capture } when order.State == OrderState.Authorized => order with
            {
                State = OrderState.Paid,
            },
            { Operation: PaymentOperation.Refund } when order.Kept.IsZero => order with { State = OrderState.Reversed },
            _ => order,
        };
    }

    // A decline that turned out approved later pays the order, unless another attempt has begun: then a person must check.
    private static Order OfEarlierAttempt(Order order, IdempotencyKey key, PaymentResult result, DateTimeOffset now)
    {
        if (!result.IsApproved)
        {
            return order;
        }

        if (order.State is OrderState.Open or OrderState.EnteringCard)
        {
            return order with
            {
                Result = result,
                Transaction = result.Transaction,
                State = StateAfter(result.Operation),
            };
        }

        var text = $"An earlier attempt, {key}, turned out approved as {result.Transaction}. Give one of the two back.";
        return
            order.Transaction?.IsSameTransaction(result.Transaction) == true
            || order.Notes.Any(note => note.Text == text)
            ? order
            : order.With(new OrderNote(now, "recovery", text));
    }

    private static OrderState StateAfter(PaymentOperation operation) =>
        operation == PaymentOperation.Authorize ? OrderState.Authorized : OrderState.Paid;

    private static bool HasMoney(OrderState state) =>
        state is OrderState.Authorized or OrderState.PartlyPaid or OrderState.Paid or OrderState.Reversed;

    /// <summary>The order, for another key. Only after an outcome that proves that no money moved, or by a person.</summary>
    public static Order NextAttempt(Order order) =>
        order with
        {
            State = OrderState.Open,
            Attempt = order.Attempt + 1,
            Charge = null,
        };
}
