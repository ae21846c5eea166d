using Checkout.Payments;

namespace Checkout.Storefront;

/// <summary>An order as the shop keeps it: what was bought, and its payment.</summary>
/// <param name="Payment">The payment.</param>
/// <param name="Details">What was bought.</param>
/// <param name="Shopper">The shopper who placed it.</param>
/// <param name="PlacedAt">When it was placed.</param>
public sealed record PlacedOrder(Order Payment, OrderDetails Details, string Shopper, DateTimeOffset PlacedAt);
