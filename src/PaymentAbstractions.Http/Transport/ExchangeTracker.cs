using System.Diagnostics.CodeAnalysis;

namespace PaymentAbstractions.Http;

/// <summary>Counts exchanges under way, so that the end of a process can wait for them.</summary>
[SuppressMessage(
    "Design",
    "CA1001:Types that own disposable fields should be disposable",
    Justification = "Exchanges may outlive the drain and still unregister from the source, which holds no timer."
)]
internal sealed class ExchangeTracker
{
    private readonly Lock _lock = new();
    private readonly TaskCompletionSource _drained = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly CancellationTokenSource _stopping = new();
    private int _underWay;
    private bool _closed;

    public CancellationToken Stopping => _stopping.Token;

    public void Enter()
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_closed, typeof(PaymentTransportFactory));
            _underWay++;
        }
    }

    public void Exit()
    {
        lock (_lock)
        {
            _underWay--;
            CompleteIfDrained();
        }
    }

    public async Task DrainAsync(TimeSpan timeout, TimeProvider time)
    {
        lock (_lock)
        {
            _closed = true;
            CompleteIfDrained();
        }

        try
        {
            await _drained.Task.WaitAsync(timeout, time).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            await _stopping.CancelAsync().ConfigureAwait(false);
        }
    }

    private void CompleteIfDrained()
    {
        if (_closed && _underWay == 0)
        {
            _drained.TrySetResult();
        }
    }
}
