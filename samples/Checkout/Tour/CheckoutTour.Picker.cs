using System.Diagnostics;
using PaymentAbstractions;

namespace Checkout.Tour;

internal sealed partial class CheckoutTour
{
    /// <summary>What the shop's picker shows for a basket, in the provider's order.</summary>
    private async Task ShowPickerAsync()
    {
        if (!gateways.Get(stage.Gateway).TryGet<IPaymentMethodCatalog>(out var catalog))
        {
            table.Add(Note("ready to pay", "not expressible", 0, ""));
            return;
        }

        var clock = Stopwatch.StartNew();
        var offers = await catalog.ListAsync(
            new PaymentMethodQuery { Amount = Money.Usd(49.90m), CustomerId = stage.Customer.Id }
        );
        table.Add(
            Note(
                "ready to pay",
                string.Join(", ", offers.Select(offer => offer.Feature ?? offer.Method)),
                clock.Elapsed.TotalMilliseconds,
                offers.Count == 3 ? "" : "expected 3 methods"
            )
        );
    }
}
