using Checkout.Payments;
using PaymentAbstractions;

namespace Checkout.BackOffice;

/// <summary>The amounts of an order after captures and refunds.</summary>
public static class OrderAmounts
{
    extension(Order order)
    {
        /// <summary>The amount that the shop gave back.</summary>
        public Money Refunded => SumOf<RefundRequest>(order);

        /// <summary>What an authorization holds, or what was approved without one; less than the total after a partial approval.</summary>
        public Money Approved => order.Result?.ApprovedAmount ?? order.Total;

        /// <summary>What was taken: by captures where the amount was only held at first.</summary>
        public Money Collected =>
            order.Result?.Operation == PaymentOperation.Authorize ? SumOf<CaptureRequest>(order) : order.Approved;

        /// <summary>The amount that was taken and not given back.</summary>
        public Money Kept =>
            order.State is OrderState.Paid or OrderState.PartlyPaid
                ? order.Collected - order.Refunded
                : Money.Zero(order.Total.Currency);

        /// <summary>The transaction that refunds and voids work on: the capture where there was one.</summary>
        public TransactionReference? Taken =>
            order
                .Steps.LastOrDefault(step => step is { Request: CaptureRequest, HasMovedMoney: true })
                ?.Result?.Transaction
            ?? order.Transaction;
    }

    private static Money SumOf<TRequest>(Order order) =>
        order
            .Steps.Where(step => step.Request is TRequest && step.HasMovedMoney)
            .Aggregate(
                Money.Zero(order.Total.Currency),
                (sum, step) => sum + (step.Result!.ApprovedAmount ?? step.Request.Amount ?? order.Total)
            );
}
