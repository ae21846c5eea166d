using System.Text.Json.Serialization;

namespace Checkout.Storefront;

/// <summary>What a shopper has chosen. One cart becomes one order, however often it is sent.</summary>
/// <param name="Id">The cart.</param>
/// <param name="Lines">Products and quantities, in the order in which they were chosen.</param>
public sealed record Cart(string Id, IReadOnlyList<CartLine> Lines)
{
    /// <summary>The most of one product.</summary>
    public const int MaxQuantity = 99;

    [JsonIgnore]
    public int Count => Lines.Sum(line => line.Quantity);

    [JsonIgnore]
    public decimal Subtotal => Lines.Sum(line => line.Total);

    /// <summary>The cart with another quantity of a product; zero takes it out.</summary>
    public Cart With(string code, int quantity)
    {
        quantity = Math.Clamp(quantity, 0, MaxQuantity);
        var lines = Lines.Select(line => line.Code == code ? line with { Quantity = quantity } : line).ToList();
        if (lines.All(line => line.Code != code) && Catalog.Find(code) is not null)
        {
            lines.Add(new CartLine(code, quantity));
        }

        return this with
        {
            Lines = [.. lines.Where(line => line.Quantity > 0)],
        };
    }
}
