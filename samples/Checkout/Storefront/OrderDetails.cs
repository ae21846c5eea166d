using PaymentAbstractions;

namespace Checkout.Storefront;

/// <summary>What was bought, and what it came to.</summary>
/// <param name="Lines">The products.</param>
/// <param name="Goods">The products' prices without tax.</param>
/// <param name="Tax">The sales tax.</param>
/// <param name="Freight">The freight.</param>
/// <param name="PurchaseOrder">The business customer's order number; none for others.</param>
public sealed record OrderDetails(
    IReadOnlyList<CartLine> Lines,
    Money Goods,
    Money Tax,
    Money Freight,
    string? PurchaseOrder
);
