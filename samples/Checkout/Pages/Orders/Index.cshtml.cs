using Checkout.Storefront;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Checkout.Pages;

public sealed class OrdersModel(OrderStore orders) : PageModel
{
    private const int MaxOrders = 50;

    public IReadOnlyList<PlacedOrder> Orders { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Orders = await orders.ListAsync(ShopperCookie.Of(HttpContext), MaxOrders, cancellationToken);
}
