using PaymentAbstractions;

namespace Checkout.Shop;

/// <summary>What the shop wants to be paid for.</summary>
internal sealed record Order(string Number, Money Total, string? Note = null);
