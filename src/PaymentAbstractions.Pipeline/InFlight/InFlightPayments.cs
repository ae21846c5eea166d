using System.Collections.Concurrent;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

/// <summary>
/// The payments in progress in this process, for all gateways and configurations. The process waits for them before it ends.
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
    /// Whether a run is calling the caller: a handler or an adapter that calls back. Such code must not wait for another run, which may be
    /// waiting for it.
    /// </summary>
    public static bool IsInsideOne => Inside.Value;

    public bool IsRunning(JournalKey key) => _byKey.ContainsKey(key);

    /// <summary>Starts a run, unless one with the same key is in progress.</summary>
    /// <returns>The run of the key: the started one, or the one already in progress.</returns>
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

    /// <summary>Waits until no payment is in progress, up to a time limit.</summary>
    /// <returns>The number of payments still in progress.</returns>
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
#pragma warning disable CA1031 // Passed to the waiting callers.
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
