using System.Collections.Concurrent;

namespace PaymentAbstractions;

/// <summary>
/// The exchanges under way in this process, over all gateways and configurations: a repeat joins the one of its key, and the end
/// of the process waits for them.
/// </summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class RunningExchanges
{
    private static readonly AsyncLocal<bool> Inside = new();

    private readonly ConcurrentDictionary<IdempotencyKey, RunningExchange> _byKey = new();
    private readonly Lock _lock = new();
    private TaskCompletionSource? _idle;
    private int _underWay;

    /// <summary>
    /// Whether the caller is itself called by an exchange: a handler or an adapter that comes back. It must not wait for another
    /// exchange, because that one may wait for it.
    /// </summary>
    public static bool IsInsideOne => Inside.Value;

    public bool IsRunning(IdempotencyKey key) => _byKey.ContainsKey(key);

    /// <summary>Starts an exchange, unless one of its key is under way.</summary>
    /// <returns>The exchange of the key: the given one, or the one that is under way.</returns>
    public RunningExchange StartOrFind(RunningExchange exchange, Func<RunningExchange, Task<PaymentResult>> run)
    {
        var running = _byKey.GetOrAdd(exchange.Request.IdempotencyKey, exchange);
        if (ReferenceEquals(running, exchange))
        {
            _ = RunAsync(exchange, run);
        }

        return running;
    }

    /// <summary>Starts an exchange that others of its key do not join.</summary>
    public void Start(RunningExchange exchange, Func<RunningExchange, Task<PaymentResult>> run) =>
        _ = RunAsync(exchange, run);

    /// <summary>Waits until nothing is under way, for a bounded time.</summary>
    /// <returns>How many exchanges are under way still.</returns>
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

    private async Task RunAsync(RunningExchange exchange, Func<RunningExchange, Task<PaymentResult>> run)
    {
        Inside.Value = true;
        lock (_lock)
        {
            _underWay++;
        }

        try
        {
            var result = await run(exchange).ConfigureAwait(false);
            Remove(exchange);
            exchange.End(result);
        }
#pragma warning disable CA1031 // Handed to whoever waits.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Remove(exchange);
            exchange.End(exception);
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

    private void Remove(RunningExchange exchange) =>
        _byKey.TryRemove(KeyValuePair.Create(exchange.Request.IdempotencyKey, exchange));
}
