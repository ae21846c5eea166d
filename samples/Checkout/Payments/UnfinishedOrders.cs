using PaymentAbstractions;

namespace Checkout.Payments;

/// <summary>
/// Looks up, at the start and every <c>OrderLookUpInterval</c> of the configuration (one minute by default), the orders that are not final.
/// The process may have died, or lost its database, between the order and the payment's record or between the answer and the order, and
/// recovery does not know of either.
/// </summary>
public sealed partial class UnfinishedOrders(
    IOrderStore orders,
    OrderPayments payments,
    TimeProvider time,
    IConfiguration configuration,
    ILogger<UnfinishedOrders> logger
) : BackgroundService
{
    /// <summary>The time between two rounds.</summary>
    public TimeSpan Interval { get; } =
        configuration.GetValue<TimeSpan>("OrderLookUpInterval") is var configured && configured > TimeSpan.Zero
            ? configured
            : TimeSpan.FromMinutes(1);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
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
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(1, LogLevel.Warning, "The payment of order {Order} could not be looked up.")]
    private static partial void LogFailed(ILogger logger, Exception exception, string order);
}
