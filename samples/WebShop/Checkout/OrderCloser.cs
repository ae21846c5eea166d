using PaymentAbstractions;
using WebShop.Orders;

namespace WebShop.Checkout;

/// <summary>Closes an order whose payment was in doubt, when recovery or a person has found out what became of it.</summary>
public sealed class OrderCloser(OrderBook orders) : IPaymentResolutionHandler
{
    public Task HandleAsync(PaymentResolution resolution, CancellationToken cancellationToken = default)
    {
        // A resolution may come twice; the order waits for one attempt, and for that only once.
        if (
            orders.Find(resolution.OrderReference.Value) is { InDoubt: { } attempt } order
            && attempt.IdempotencyKey == resolution.IdempotencyKey
        )
        {
            orders.Save(Conclusion.Of(order, resolution.Result).Order);
        }

        return Task.CompletedTask;
    }
}
