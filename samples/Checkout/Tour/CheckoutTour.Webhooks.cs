using PaymentAbstractions;

namespace Checkout.Tour;

internal sealed partial class CheckoutTour
{
    private static readonly TimeSpan HearingLimit = TimeSpan.FromSeconds(20);

    /// <summary>The shop does not poll: the provider sends a webhook, and the library reads it.</summary>
    private async Task HearOfWebhooksAsync()
    {
        if (!gateways.Get(stage.Gateway).Capabilities.Notifications)
        {
            table.Add(Note("webhooks", "not expressible", 0, ""));
            return;
        }

        var order = NextOrder(64m);
        var waiting = await ShowAsync(
            "sale, the customer must approve",
            () => _shop.PayAsync(order, new CustomerChoicePaymentMethod { Methods = ["paypal"] }),
            new Expected(PaymentOutcome.Pending) { Reason = PaymentReason.WaitingForCustomer }
        );
        await Browser.EnterAsync(waiting.NextAction, RebillyStage.TestCard("4111111111111111", "123"));
        var approved = await ShowAsync(
            "a webhook tells of the approval",
            () => HearAsync(waiting.IdempotencyKey),
            new Expected(PaymentOutcome.Approved) { Approved = order.Total }
        );

        // Before the night's batch a refund there is a void.
        await sandboxes.RefundInDashboardAsync(stage.Gateway, approved.Transaction!.TransactionId, order.Total.Amount);
        await ShowAsync(
            "a webhook tells of a void elsewhere",
            () => HearAsync(waiting.IdempotencyKey),
            new Expected(PaymentOutcome.Reversed)
        );
    }

    private async Task<PaymentResult> HearAsync(IdempotencyKey key) =>
        (await updates.HearAsync(key, HearingLimit)).Result;
}
