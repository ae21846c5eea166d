using Checkout.HostedEntry;
using Checkout.Payments;
using Checkout.Storefront;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Checkout.Pages;

public sealed class CardModel(OrderStore orders, CardForms forms) : PageModel
{
    public Order Order { get; private set; } = null!;

    public Uri Frame { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string number, CancellationToken cancellationToken)
    {
        if (await orders.FindAsync(number, cancellationToken) is not { State: OrderState.EnteringCard })
        {
            return RedirectToPage("/Orders/Order", new { number });
        }

        // Opening the form moves no money, and the provider's form may have been used up.
        Order = await forms.ReopenAsync(number, cancellationToken);
        if (Order.State != OrderState.EnteringCard)
        {
            return RedirectToPage("/Orders/Order", new { number });
        }

        if (
            Order.Charge is not { } charge
            || CardFrame.AddressOf(Order.Result?.NextAction, charge.Request.ReturnUrl!) is not { } frame
        )
        {
            TempData["Problem"] = "The provider's card page cannot be opened at the moment. Please try again later.";
            return RedirectToPage("/Orders/Order", new { number });
        }

        Frame = frame;
        return Page();
    }
}
