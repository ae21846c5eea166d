using PaymentAbstractions;

namespace Checkout.Payments;

/// <summary>Updates an order when recovery, a notification or a person has found the outcome of its payment.</summary>
public sealed class OrderResolutions(OrderPayments payments) : IPaymentResolutionHandler
{
    /// <inheritdoc />
    public Task HandleAsync(PaymentResolution resolution, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(resolution);
        return OrderKeys.OrderOf(resolution.IdempotencyKey) is { } number
            ? payments.ConcludeAsync(number, resolution.IdempotencyKey, resolution.Result)
            : Task.CompletedTask;
    }
}
