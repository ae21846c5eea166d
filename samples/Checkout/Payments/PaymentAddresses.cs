using PaymentAbstractions;

namespace Checkout.Payments;

/// <summary>The addresses of the shop that are sent to providers.</summary>
/// <param name="Shop">The address under which customers reach the shop.</param>
public sealed record PaymentAddresses(Uri Shop)
{
    /// <summary>The route that customers come back to.</summary>
    public const string ReturnRoute = "/payments/return/{gateway}/{key}";

    /// <summary>Where a provider sends the customer of one attempt back to.</summary>
    public Uri ReturnOf(string gateway, IdempotencyKey key) =>
        new(Shop, $"payments/return/{gateway}/{Uri.EscapeDataString(key.Value)}");
}
