namespace Checkout.Storefront;

/// <summary>What the shop sells.</summary>
public static class Catalog
{
    /// <summary>The sales tax in percent.</summary>
    public const decimal TaxRate = 8.25m;

    /// <summary>The freight of an order.</summary>
    public const decimal Freight = 9.50m;

    /// <summary>The postal code that goods are sent from.</summary>
    public const string ShipsFrom = "10001";

    public static IReadOnlyList<Product> Products { get; } =
    [
        new(
            "BOLT-10",
            "Steel bolt M10, box of 50",
            "Hexagon head, zinc plated, property class 8.8.",
            40.00m,
            "31161600",
            "M20 8h24l6 10-6 10H20l-6-10zM26 28h12v28l-6 4-6-4zM26 36l12-4M26 43l12-4M26 50l12-4"
        ),
        new(
            "NUT-10",
            "Steel nut M10, pack of 25",
            "Hexagon nuts that fit the bolts, zinc plated.",
            12.50m,
            "31161700",
            "M20 11h24l12 21-12 21H20L8 32zM32 21a11 11 0 1 0 .1 0z"
        ),
        new(
            "WASHER-10",
            "Washer M10, pack of 100",
            "Flat washers of hardened steel.",
            7.20m,
            "31161800",
            "M32 8a24 24 0 1 0 .1 0zM32 22a10 10 0 1 0 .1 0z"
        ),
        new(
            "WRENCH-17",
            "Combination wrench 17 mm",
            "Forged chrome vanadium steel, open and ring end.",
            18.90m,
            "27111700",
            "M46 8l-8 8 2 8 8 2 8-8a14 14 0 0 1-18 16L24 48a9 9 0 1 1-8-8l14-14A14 14 0 0 1 46 8zM15 46a3 3 0 1 0 .1 0z"
        ),
        new(
            "HAMMER-16",
            "Claw hammer 16 oz",
            "Hickory handle, polished head.",
            24.00m,
            "27111602",
            "M14 14h22c8 0 14 4 16 10l-10-2v6H22V22l-8-2zM29 28h7l2 28H27z"
        ),
        new(
            "GLASSES-1",
            "Safety glasses, clear",
            "Scratch resistant and light, with side shields.",
            9.80m,
            "46181802",
            "M6 26l6-8h8M58 26l-6-8h-8M6 26h22l2 6h4l2-6h22v8a11 11 0 0 1-22 2h-8a11 11 0 0 1-22-2z"
        ),
    ];

    /// <summary>A product by its code; <see langword="null"/> when there is none.</summary>
    public static Product? Find(string? code) => Products.FirstOrDefault(product => product.Code == code);
}
