using System.Collections.Concurrent;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

/// <summary>
/// The payments under way in this process, over all gateways and configurations. The end of the process waits for them.
/// </summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class InFlightPayments
{
    private static readonly AsyncLocal<bool> Inside = new();

    private readonly ConcurrentDictionary<JournalKey, InFlightPayment> _byKey = new();
    private readonly Lock _lock = new();
    private TaskCompletionSource? _idle;
    private int _underWay;

    /// <summary>
    /// Whether the caller is itself called by a run: a handler or an adapter that comes back. It must not wait for another run,
    /// because that one may wait for it.
    /// </summary>
    public static bool IsInsideOne => Inside.Value;

    public bool IsRunning(JournalKey key) => _byKey.ContainsKey(key);

    /// <summary>Starts a run, unless one of its key is under way.</summary>
    /// <returns>The run of the key: the one that was started, or the one that is under way.</returns>
    public InFlightPayment StartOrFind(PaymentContext context, PaymentStep run)
    {
        var payment = new InFlightPayment(context);
        var running = _byKey.GetOrAdd(payment.Key, payment);
        if (ReferenceEquals(running, payment))
        {
            context.InFlight = payment;
            _ = RunAsync(payment, run);
        }

        return running;
    }

    /// <summary>Waits until nothing is under way, for a bounded time.</summary>
    /// <returns>How many payments are under way still.</returns>
    public async Task<int> DrainAsync(
        TimeSpan timeout,
        TimeProvider time,
        CancellationToken cancellationToken = default
    )
    {
        Task idle;
        lock (_lock)
        {
            if (_underWay == 0)
            {
                return 0;
            }

            _idle ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            idle = _idle.Task;
        }

        await idle.WaitAsync(timeout, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (_lock)
        {
            return _underWay;
        }
    }

    private async Task RunAsync(InFlightPayment payment, PaymentStep run)
    {
        Inside.Value = true;
        lock (_lock)
        {
            _underWay++;
        }

        try
        {
            var result = await run(payment.Context).ConfigureAwait(false);
            Remove(payment);
            payment.End(result);
        }
#pragma warning disable CA1031 // Handed to the callers that wait.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Remove(payment);
            payment.End(exception);
        }
        finally
        {
            lock (_lock)
            {
                if (--_underWay == 0)
                {
                    _idle?.TrySetResult();
                    _idle = null;
                }
            }
        }
    }

    private void Remove(InFlightPayment payment) => _byKey.TryRemove(KeyValuePair.Create(payment.Key, payment));
}
