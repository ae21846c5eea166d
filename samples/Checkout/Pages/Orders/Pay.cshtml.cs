using Checkout.Payments;
using Checkout.Storefront;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PaymentAbstractions;

namespace Checkout.Pages;

public sealed class PayModel(OrderStore orders, KeptCards cards, IPaymentGateways gateways, PaymentFlow flow)
    : PageModel
{
    public Order Order { get; private set; } = null!;

    public PaymentChoice Choice { get; private set; } = new([], false);

    public async Task<IActionResult> OnGetAsync(string number, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(number, cancellationToken))
        {
            return NotFound();
        }

        // Only an order whose payment is not under way, in doubt or done may be paid.
        return Order.State is OrderState.Open or OrderState.EnteringCard
            ? Page()
            : RedirectToPage("/Orders/Order", new { number });
    }

    public async Task<IActionResult> OnPostAsync(
        string number,
        string? method,
        bool keep,
        CancellationToken cancellationToken
    ) =>
        await LoadAsync(number, cancellationToken)
            ? await flow.PayAsync(this, Order, Choice.MethodOf(method), keep, cancellationToken)
            : NotFound();

    private async Task<bool> LoadAsync(string number, CancellationToken cancellationToken)
    {
        // Only the shopper who placed it may pay, with the cards stored for that shopper.
        if (
            await orders.FindPlacedAsync(number, cancellationToken) is not { } placed
            || placed.Shopper != ShopperCookie.Of(HttpContext)
        )
        {
            return false;
        }

        Order = placed.Payment;
        Choice = await PaymentChoice.OfAsync(cards, gateways, placed.Shopper, cancellationToken);
        return true;
    }
}
