using PaymentAbstractions;

namespace Checkout.Tour;

internal sealed partial class CheckoutTour
{
    /// <summary>The customer and the cards that payments through this gateway need, without a row.</summary>
    public Task PrepareAsync() => table.QuietlyAsync(StoreCustomerAndCardsAsync);

    /// <summary>The most visible cases in about ten rows; the provider's own record is read at the end here, too.</summary>
    public async Task RunHighlightsAsync()
    {
        await PrepareAsync();
        var order = NextOrder(60m);
        var sale = await ShowAsync(
            "sale",
            () => _shop.PayAsync(order, stage.Card),
            new Expected(PaymentOutcome.Approved) { Code = "00", Approved = order.Total }
        );
        Keep(order);
        await DeclineAsync("not sufficient funds", "51");
        await CaptureAsync();

        // The night's batch: after it a void is too late, and what goes back is a refund.
        sandboxes.Advance(TimeSpan.FromHours(25));
        await ShowAsync(
            "refund a part of the sale",
            () => _shop.TakeBackAsync(order, sale.Transaction!, 25m, before: 0m),
            new Expected(PaymentOutcome.Approved)
            {
                PerformedAs = stage.Pick(PaymentOperation.Refund, PaymentOperation.Credit),
            }
        );
        await TimeOutAsync();
        await SellLevelThreeAsync();
        await stage.Pick(ChallengeAsync, PayInBrowserAsync)();
        CompareWithTheRecord();
    }

    private async Task CaptureAsync()
    {
        var order = NextOrder(120m);
        PaymentResult? hold = null;
        await table.QuietlyAsync(async () =>
            hold = await ShowAsync(
                "authorize",
                () => _shop.HoldAsync(order, stage.Card),
                new Expected(PaymentOutcome.Approved) { PerformedAs = PaymentOperation.Authorize }
            )
        );
        await ShowAsync(
            "capture of an authorization",
            () => _shop.ShipAsync(order, hold!.Transaction!),
            new Expected(PaymentOutcome.Approved) { PerformedAs = PaymentOperation.Capture, Approved = order.Total }
        );
        Keep(order);
    }

    /// <summary>
    /// The card's bank asks the customer, as with 3-D Secure, and the customer approves on the page that the answer names.
    /// </summary>
    private async Task ChallengeAsync()
    {
        var order = NextOrder(42m, "[sandbox status=waiting-approval]");
        var waiting = await ShowAsync(
            "sale, 3-D Secure asks the customer",
            () => _shop.PayAsync(order, stage.Card),
            new Expected(PaymentOutcome.Pending) { Reason = PaymentReason.WaitingForCustomer }
        );
        await Browser.EnterAsync(waiting.NextAction, RebillyStage.TestCard("4111111111111111", "123"));
        await ShowFoundAsync(
            "the customer approved and returned",
            () => _shop.LookUpAsync(waiting.Transaction!),
            PaymentOutcome.Approved
        );
        Keep(order);
    }
}
