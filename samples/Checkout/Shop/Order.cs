using PaymentAbstractions;

namespace Checkout.Shop;

/// <summary>What the shop wants to be paid for.</summary>
/// <param name="Number">The order's number.</param>
/// <param name="Total">What it costs.</param>
/// <param name="Note">A note in the payment's description.</param>
/// <param name="Attempt">
/// Which attempt to pay it this is. It is stored with the order before anything is sent, so that a second click, a retry and a look-up
/// after a crash are the same attempt.
/// </param>
internal sealed record Order(string Number, Money Total, string? Note = null, int Attempt = 1)
{
    /// <summary>The order, for another card after a decline. Never after an outcome that may have moved money.</summary>
    public Order NextAttempt() => this with { Attempt = Attempt + 1 };
}
