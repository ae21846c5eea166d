using Checkout.Storefront;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PaymentAbstractions;

namespace Checkout.Pages;

public sealed class CheckoutModel(
    CartStore carts,
    OrderStore orders,
    OrderPlacement placement,
    KeptCards cards,
    IPaymentGateways gateways,
    PaymentFlow flow
) : PageModel
{
    [BindProperty]
    public CustomerForm Form { get; set; } = new();

    public Cart Cart { get; private set; } = new("", []);

    public PaymentChoice Choice { get; private set; } = new([], false);

    public CommercialOrder Sum => OrderPlacement.AddUp(Cart.Lines, new CustomerForm().ToAddress(), "none");

    private string Shopper => ShopperCookie.Of(HttpContext);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return Cart.Count == 0 ? RedirectToPage("/Cart") : Page();
    }

    public async Task<IActionResult> OnPostAsync(
        string? cart,
        string? total,
        string? method,
        bool keep,
        CancellationToken cancellationToken
    )
    {
        // The second click, the back button and the second tab send a cart that has become an order: they see that order.
        if (cart is not null && await orders.FindByCartAsync(cart, cancellationToken) is { } known)
        {
            return known.Shopper == Shopper ? flow.Show(this, known.Payment) : NotFound();
        }

        await LoadAsync(cancellationToken);
        if (Cart.Count == 0)
        {
            return RedirectToPage("/Cart");
        }

        if (total != ShopTexts.Of(Sum.Amount))
        {
            ModelState.AddModelError("", "Your cart or a price has changed. Check the new total.");
        }

        if (Form.IsBusiness && string.IsNullOrWhiteSpace(Form.PurchaseOrder))
        {
            ModelState.AddModelError("Form.PurchaseOrder", "Enter the purchase order number of your business.");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var placed = await placement.PlaceAsync(Shopper, Cart, Form, cancellationToken);
        return await flow.PayAsync(this, placed.Payment, Choice.MethodOf(method), keep, cancellationToken);
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        Cart = await carts.GetAsync(Shopper, cancellationToken);
        Choice = await PaymentChoice.OfAsync(cards, gateways, Shopper, cancellationToken);
    }
}
