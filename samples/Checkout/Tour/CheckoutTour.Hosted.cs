using System.Diagnostics;
using PaymentAbstractions;

namespace Checkout.Tour;

internal sealed partial class CheckoutTour
{
    private static readonly Uri ReturnUrl = new("https://shop.example/return");

    private IHostedPayment Hosted =>
        gateways.Get(stage.Gateway).TryGet<IHostedPayment>(out var hosted)
            ? hosted
            : throw new InvalidOperationException($"The gateway '{stage.Gateway}' has no hosted entry.");

    /// <summary>The card goes from the browser to the provider; the same lines for every provider.</summary>
    private async Task PayInBrowserAsync()
    {
        var order = NextOrder(27m);
        var started = await ShowAsync(
            "sale, card entered in the browser",
            () => _shop.StartInBrowserAsync(Hosted, order, ReturnUrl),
            new Expected(PaymentOutcome.Pending) { Reason = PaymentReason.WaitingForCustomer }
        );
        var returned = await Browser.EnterAsync(started.NextAction, RebillyStage.TestCard("4111111111111111", "123"));
        await ShowAsync(
            "the customer comes back",
            () => _shop.CompleteInBrowserAsync(Hosted, order, ReturnUrl, returned),
            new Expected(PaymentOutcome.Approved) { Code = "00", Approved = order.Total }
        );
        await ShowAsync(
            "the return page is opened again",
            () => _shop.CompleteInBrowserAsync(Hosted, order, ReturnUrl, returned),
            new Expected(PaymentOutcome.Approved) { Approved = order.Total }
        );
        Keep(order);
    }

    private async Task StoreCardInBrowserAsync(string number)
    {
        var clock = Stopwatch.StartNew();
        var request = new StorePaymentMethodRequest
        {
            CustomerId = stage.Customer.Id,
            BillingAddress = RebillyStage.Home,
            PaymentMethod = new CustomerChoicePaymentMethod(),
            ReturnUrl = ReturnUrl,
        };
        var started = await Hosted.StartAsync(request);
        var returned = await Browser.EnterAsync(started.NextAction, RebillyStage.TestCard(number, "123"));
        table.Add(Stored("store card, entered in the browser", await Hosted.CompleteAsync(request, returned), clock));
    }
}
