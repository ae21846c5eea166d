using PaymentAbstractions;

namespace Checkout.Payments;

/// <summary>
/// At the start, looks up the orders that an earlier life of the process left unfinished: it may have died after the payment was
/// answered and before the order was saved, which recovery does not know.
/// </summary>
public sealed partial class UnfinishedOrders(
    IOrderStore orders,
    OrderPayments payments,
    ILogger<UnfinishedOrders> logger
) : BackgroundService
{
    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach (var order in await orders.ListInDoubtAsync(stoppingToken))
        {
            try
            {
                await payments.LookUpAsync(order.Number, stoppingToken);
            }
            catch (PaymentException exception)
            {
                LogFailed(logger, exception, order.Number);
            }
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "The payment of order {Order} could not be looked up at the start.")]
    private static partial void LogFailed(ILogger logger, Exception exception, string order);
}
