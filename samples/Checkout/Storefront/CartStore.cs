using System.Text.Json;

namespace Checkout.Storefront;

/// <summary>The carts of all shoppers, each of whom has one that is open.</summary>
public sealed class CartStore(ShopDatabase database)
{
    /// <summary>The shopper's open cart; an empty one when there is none.</summary>
    public async Task<Cart> GetAsync(string shopper, CancellationToken cancellationToken)
    {
        var found = await database.ReadAsync(
            "SELECT id, lines FROM carts WHERE shopper=$shopper AND is_ordered=0",
            row => new Cart(row.GetString(0), JsonSerializer.Deserialize<List<CartLine>>(row.GetString(1))!),
            cancellationToken,
            ("$shopper", shopper)
        );
        // A product may have left the catalog since.
        return found is [var cart]
            ? cart with
            {
                Lines = [.. cart.Lines.Where(line => Catalog.Find(line.Code) is not null)],
            }
            : new Cart(RandomText.New(16), []);
    }

    /// <summary>Changes the quantity of a product in the open cart.</summary>
    public async Task ChangeAsync(
        string shopper,
        string code,
        Func<int, int> quantity,
        CancellationToken cancellationToken
    )
    {
        var cart = await GetAsync(shopper, cancellationToken);
        var before = cart.Lines.FirstOrDefault(line => line.Code == code)?.Quantity ?? 0;
        cart = cart.With(code, quantity(before));
        await database.RunAsync(
            """
            INSERT INTO carts(id, shopper, lines) VALUES($id, $shopper, $lines)
            ON CONFLICT(id) DO UPDATE SET lines=excluded.lines WHERE is_ordered=0
            """,
            cancellationToken,
            ("$id", cart.Id),
            ("$shopper", shopper),
            ("$lines", JsonSerializer.Serialize(cart.Lines))
        );
    }
}
