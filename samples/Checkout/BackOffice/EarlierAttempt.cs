using Checkout.Payments;
using PaymentAbstractions;

namespace Checkout.BackOffice;

/// <summary>What it means for an order when an attempt before its current one turns out approved.</summary>
public static class EarlierAttempt
{
    /// <summary>Keeps the approval, or a note for a person when the order is paid already.</summary>
    public static Order Of(Order order, PaymentResult result, DateTimeOffset now)
    {
        if (
            result.Outcome is not (PaymentOutcome.Approved or PaymentOutcome.PartiallyApproved)
            || IsKnown(order, result)
            || order.EarlierApproval?.Transaction?.IsSameTransaction(result.Transaction) == true
        )
        {
            return order;
        }

        var pays = result is { IsApproved: true, Operation: PaymentOperation.Sale or PaymentOperation.Authorize };
        return pays && !order.HasMoney && order.EarlierApproval is null ? order with { EarlierApproval = result }
            : pays ? GiveBack(order, result, now)
            : Note(
                order,
                now,
                $"The {result.Operation} of an earlier attempt, {result.IdempotencyKey}, turned out {result.Outcome} as {result.Transaction}. Check what has to be done."
            );
    }

    /// <summary>Lets the approval pay the order once no other payment is under way.</summary>
    public static Order Settle(Order order, DateTimeOffset now) =>
        order.EarlierApproval is not { } approval ? order
        : order.State is OrderState.Open or OrderState.EnteringCard
            ? order with
            {
                State = Conclusion.StateAfter(approval),
                Result = approval,
                Transaction = approval.Transaction,
                Charge = null,
                EarlierApproval = null,
            }
        : !order.HasMoney ? order
        : IsKnown(order, approval) ? order with { EarlierApproval = null }
        : GiveBack(order with { EarlierApproval = null }, approval, now);

    private static Order GiveBack(Order order, PaymentResult approval, DateTimeOffset now) =>
        Note(
            order,
            now,
            $"An earlier attempt, {approval.IdempotencyKey}, turned out approved as {approval.Transaction}. Give one of the two back."
        );

    private static Order Note(Order order, DateTimeOffset now, string text) =>
        order.Notes.Any(note => note.Text == text) ? order : order.With(new OrderNote(now, "recovery", text));

    private static bool IsKnown(Order order, PaymentResult result) =>
        order.HasMoney && order.Transaction?.IsSameTransaction(result.Transaction) == true;
}
