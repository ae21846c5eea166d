using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace PaymentAbstractions;

/// <summary>
/// Lives with the host: opens the journal before anything else starts, recovers at start and on a schedule, publishes resolutions,
/// and lets exchanges under way end before the process does.
/// </summary>
internal sealed class PaymentsHost(
    JournalAccess journal,
    PaymentGateways gateways,
    PaymentRecovery recovery,
    ResolutionPublisher publisher,
    PublishSignal publish,
    TimeProvider time,
    ILoggerFactory? loggers = null
) : BackgroundService, IHostedLifecycleService
{
    private readonly ILogger _logger = (loggers ?? NullLoggerFactory.Instance).CreateLogger("PaymentAbstractions");

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (journal.IsOff)
        {
            Log.NoJournal(_logger);
            return;
        }

        await journal.OpenAsync(cancellationToken).ConfigureAwait(false);
    }

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>After everything else has stopped: nobody begins a payment any more.</summary>
    public Task StoppedAsync(CancellationToken cancellationToken) => journal.DrainAsync(cancellationToken);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (journal.IsOff)
        {
            return;
        }

        while (!stoppingToken.IsCancellationRequested)
        {
            await RunAsync(() => recovery.RecoverAsync(heedBackOff: true, stoppingToken), stoppingToken)
                .ConfigureAwait(false);
            var next = time.GetTimestamp();
            var interval = gateways.Snapshot.Recovery.Interval;
            while (!stoppingToken.IsCancellationRequested && time.GetElapsedTime(next) < interval)
            {
                if (
                    await publish
                        .WaitAsync(interval - time.GetElapsedTime(next), time, stoppingToken)
                        .ConfigureAwait(false)
                )
                {
                    await RunAsync(() => publisher.PublishAsync(stoppingToken), stoppingToken).ConfigureAwait(false);
                }
            }
        }
    }

    private async Task RunAsync(Func<Task> work, CancellationToken stoppingToken)
    {
        try
        {
            await work().ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Recovery goes on as long as the process does.
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Log.RecoveryFailed(_logger, exception is PaymentException ? exception.Message : exception.GetType().Name);
        }
        catch (OperationCanceledException)
        {
            // The host stops.
        }
    }
}
