using Checkout.Storefront;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Checkout.Pages;

public sealed class IndexModel(CartStore carts) : PageModel
{
    public async Task<IActionResult> OnPostAsync(string code, CancellationToken cancellationToken)
    {
        if (Catalog.Find(code) is not { } product)
        {
            return NotFound();
        }

        await carts.ChangeAsync(ShopperCookie.Of(HttpContext), product.Code, before => before + 1, cancellationToken);
        TempData["Notice"] = $"{product.Name} is in the cart.";
        return RedirectToPage("/Cart");
    }
}
