using Checkout.Storefront;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Checkout.Pages;

public sealed class CartModel(CartStore carts) : PageModel
{
    public Cart Cart { get; private set; } = new("", []);

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Cart = await carts.GetAsync(ShopperCookie.Of(HttpContext), cancellationToken);

    public async Task<IActionResult> OnPostAsync(string code, int quantity, CancellationToken cancellationToken)
    {
        await carts.ChangeAsync(ShopperCookie.Of(HttpContext), code, _ => quantity, cancellationToken);
        return RedirectToPage();
    }
}
