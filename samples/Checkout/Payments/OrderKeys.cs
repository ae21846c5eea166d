using System.Globalization;
using PaymentAbstractions;

namespace Checkout.Payments;

/// <summary>
/// The idempotency keys of an order: <c>order-7K2M-attempt-1</c> for the attempt to pay, with <c>-step-1</c> behind it for what is done to
/// the payment. A double click, a retry and a look-up after a crash have the same key, because the number is saved first.
/// </summary>
public static class OrderKeys
{
    /// <summary>The key of the current attempt to pay.</summary>
    public static IdempotencyKey OfAttempt(Order order) =>
        new(string.Create(CultureInfo.InvariantCulture, $"order-{order.Number}-attempt-{order.Attempt}"));

    /// <summary>
    /// The key of the next capture, void or refund. A step that was not sent, or refused without a transaction, leaves its key to the
    /// next one.
    /// </summary>
    public static IdempotencyKey OfNextStep(Order order) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"order-{order.Number}-attempt-{order.Attempt}-step-{order.Steps.Count(step => step.Result?.MaySendAgain != true) + 1}"
            )
        );

    /// <summary>The order that a key belongs to; <see langword="null"/> for a key of another application.</summary>
    public static string? OrderOf(IdempotencyKey key) =>
        key.Value.Split('-') is ["order", var number, "attempt", ..] ? number : null;
}
