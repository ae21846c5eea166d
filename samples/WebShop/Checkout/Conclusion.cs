using PaymentAbstractions;
using WebShop.Orders;

namespace WebShop.Checkout;

/// <summary>What follows from the outcome of a payment, whoever brings it: the answer, a look-up or recovery.</summary>
public static class Conclusion
{
    public static (Order Order, CheckoutAnswer Answer) Of(Order order, PaymentResult result) =>
        result.Outcome switch
        {
            PaymentOutcome.NotSent => (Reopened(order), new(NextStep.TryAgainLater)),
            // The scheme lets this card be tried no more for now.
            PaymentOutcome.Rejected when result.Reason == PaymentReason.RetryLimitReached => (
                Reopened(order),
                new(NextStep.UseAnotherCard)
            ),
            // Without a transaction the corrected request has the same key.
            PaymentOutcome.Rejected when result.Transaction is null => (Reopened(order), new(NextStep.ContactSupport)),
            _ => Of(order, result.Outcome, result.Transaction, result.ApprovedAmount, result.Code, result.NextAction),
        };

    public static (Order Order, CheckoutAnswer Answer) Of(Order order, TransactionState found) =>
        Of(order, found.Outcome, found.Transaction, found.CapturedAmount, found.Code, found.NextAction);

    private static (Order Order, CheckoutAnswer Answer) Of(
        Order order,
        PaymentOutcome outcome,
        TransactionReference? transaction,
        Money? amount,
        ResponseCode? code,
        NextAction? next
    ) =>
        outcome switch
        {
            PaymentOutcome.Approved => (
                order with
                {
                    Status = OrderStatus.Paid,
                    InDoubt = null,
                    Paid = order.Total,
                    Transaction = transaction,
                },
                new(NextStep.ThankYou)
            ),
            PaymentOutcome.PartiallyApproved => (
                NextAttempt(order) with
                {
                    Status = OrderStatus.PartlyPaid,
                    Paid = order.Paid + amount!.Value,
                    Transaction = transaction,
                },
                new(NextStep.PayTheRestOrCancel)
            ),
            // Its outcome is not known: no other attempt before it was looked up.
            PaymentOutcome.Declined when code?.Advice == ResponseAdvice.LookUp => (order, new(NextStep.WaitForUs)),
            PaymentOutcome.Declined => (NextAttempt(order), new(AfterDecline(code?.Advice))),
            PaymentOutcome.Pending when next is RedirectAction redirect => (
                order,
                new(NextStep.GoToYourBank, redirect.Url)
            ),
            PaymentOutcome.Pending or PaymentOutcome.Unknown => (order, new(NextStep.WaitForUs)),
            _ => (NextAttempt(order), new(NextStep.ContactSupport)),
        };

    /// <summary>The order, for another key. Only for an outcome that proves that no money moved, or how much.</summary>
    public static Order NextAttempt(Order order) => Reopened(order) with { Attempt = order.Attempt + 1 };

    private static Order Reopened(Order order) =>
        order with
        {
            Status = order.Paid.IsZero ? OrderStatus.Open : OrderStatus.PartlyPaid,
            InDoubt = null,
        };

    // The advice of the shared response code, not the code of a provider, decides what the shopper is told.
    private static NextStep AfterDecline(ResponseAdvice? advice) =>
        advice switch
        {
            ResponseAdvice.FixData => NextStep.CorrectTheCard,
            ResponseAdvice.CallIssuer => NextStep.CallYourBank,
            ResponseAdvice.RetryLater => NextStep.TryAgainLater,
            ResponseAdvice.FixConfiguration => NextStep.ContactSupport,
            _ => NextStep.UseAnotherCard,
        };
}
