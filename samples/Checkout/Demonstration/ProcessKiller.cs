using System.Diagnostics;

namespace Checkout.Demonstration;

/// <summary>
/// Kills this process in the middle of the next payment: the provider holds its answer back, and the process dies as soon as the
/// provider's ledger shows the charge. Nothing of the shop runs after that, no handler and no finally.
/// </summary>
public sealed class ProcessKiller(ProviderConsole console, TimeProvider time, IHostApplicationLifetime lifetime)
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private int _armed;

    /// <summary>Whether the next payment kills the process.</summary>
    public bool IsArmed => Volatile.Read(ref _armed) != 0;

    /// <summary>Arms it for the next payment at a provider.</summary>
    public async Task ArmAsync(string provider, CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _armed, 1) != 0)
        {
            return;
        }

        try
        {
            var before = (await console.GetLedgerAsync(cancellationToken))?.Count ?? 0;
            await console.AddFaultAsync(provider, "Hang", cancellationToken);
            _ = KillAsync(before);
        }
        catch
        {
            Volatile.Write(ref _armed, 0);
            throw;
        }
    }

    /// <summary>Lets the process live.</summary>
    public void Disarm() => Volatile.Write(ref _armed, 0);

    private async Task KillAsync(int before)
    {
        var started = time.GetTimestamp();
        while (
            IsArmed && time.GetElapsedTime(started) < Patience && !lifetime.ApplicationStopping.IsCancellationRequested
        )
        {
            if (await console.GetLedgerAsync(CancellationToken.None) is { } ledger && ledger.Count > before)
            {
                // SIGKILL: the process cannot save anything.
                Process.GetCurrentProcess().Kill();
            }

            await Task.Delay(Beat, time);
        }

        Volatile.Write(ref _armed, 0);
    }
}
