using Checkout.Storefront;
using PaymentAbstractions.Testing;

namespace Checkout.Tests;

/// <summary>Carts and orders in a real SQLite file.</summary>
public sealed class CartTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_cart_that_became_an_order_is_closed_with_it()
    {
        var database = new ShopDatabase(_folder);
        var carts = new CartStore(database);
        var placement = new OrderPlacement(new OrderStore(database), new ManualTimeProvider());
        await carts.ChangeAsync("shopper", Catalog.Products[0].Code, _ => 1, Token);
        var cart = await carts.GetAsync("shopper", Token);

        var placed = await placement.PlaceAsync("shopper", cart, new CustomerForm(), Token);
        var again = await placement.PlaceAsync("shopper", cart, new CustomerForm(), Token);
        var next = await carts.GetAsync("shopper", Token);

        Assert.Equal(placed.Payment.Number, again.Payment.Number);
        Assert.NotEqual(cart.Id, next.Id);
        Assert.Empty(next.Lines);
    }
}
