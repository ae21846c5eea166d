using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

/// <summary>
/// Runs with the host: opens the journal before anything else starts, runs recovery at startup and on a schedule, publishes resolutions,
/// and lets payments in progress finish before the process ends.
/// </summary>
internal sealed class PaymentsHost(
    JournalAccess journal,
    GatewayDirectory gateways,
    PaymentRecovery recovery,
    ResolutionPublisher publisher,
    PublishSignal publish,
    IServiceProvider services,
    TimeProvider time,
    PaymentsLog log
) : BackgroundService, IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (await journal.OpenAsync(cancellationToken).ConfigureAwait(false) is InMemoryPaymentJournal)
        {
            Log.InMemoryJournal(log);
        }
    }

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        if (log.IsEnabled(LogLevel.Information))
        {
            // Only now: the check of the configuration comes before, and reports all of its problems.
            var (all, defaultName) = services.GetRequiredService<IPaymentGateways>().Statuses;
            var described = string.Join(", ", all.Select(one => $"{one.Name} ({one.Provider}, {one.Environment})"));
            Log.Started(log, described, defaultName, journal.Kind ?? "none");
        }

        return Task.CompletedTask;
    }

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Runs after everything else has stopped, when no new payment can begin.</summary>
    public Task StoppedAsync(CancellationToken cancellationToken) => journal.DrainAsync(cancellationToken);

    // The loops are separate, so that neither a long round of look-ups nor a slow handler delays the other.
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(LookUpAsync(stoppingToken), PublishAsync(stoppingToken));

    private TimeSpan Interval => gateways.Recovery.Interval;

    private async Task LookUpAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await RunAsync(() => recovery.LookUpAsync(heedBackOff: true, stoppingToken), stoppingToken)
                .ConfigureAwait(false);
            await Task.Delay(Interval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task PublishAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await RunAsync(() => publisher.PublishAsync(stoppingToken), stoppingToken).ConfigureAwait(false);
            await publish.WaitAsync(Interval, time, stoppingToken).ConfigureAwait(false);
        }
    }

    private async Task RunAsync(Func<Task> work, CancellationToken stoppingToken)
    {
        try
        {
            await work().ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host is stopping.
        }
#pragma warning disable CA1031 // Recovery continues as long as the process runs.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.RecoveryFailed(log, RedactedException.Of(exception));
        }
    }
}
