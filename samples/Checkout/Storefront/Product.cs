namespace Checkout.Storefront;

/// <summary>Something that the shop sells.</summary>
/// <param name="Code">The product code, at most 12 characters.</param>
/// <param name="Name">The name, at most 26 characters, so that it fits every card scheme.</param>
/// <param name="Description">One sentence for the catalog.</param>
/// <param name="Price">The price in US dollars without tax.</param>
/// <param name="CommodityCode">The commodity code (UNSPSC) for business cards.</param>
/// <param name="Drawing">The path of a small drawing, for a view box of 64 by 64.</param>
public sealed record Product(
    string Code,
    string Name,
    string Description,
    decimal Price,
    string CommodityCode,
    string Drawing
);
