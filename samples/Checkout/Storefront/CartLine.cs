using System.Text.Json.Serialization;

namespace Checkout.Storefront;

/// <summary>A product in a cart or an order.</summary>
/// <param name="Code">The product.</param>
/// <param name="Quantity">How many.</param>
public sealed record CartLine(string Code, int Quantity)
{
    [JsonIgnore]
    public Product Product => Catalog.Find(Code)!;

    [JsonIgnore]
    public decimal Total => Product.Price * Quantity;
}
