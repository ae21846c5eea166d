namespace PaymentAbstractions.Http;

/// <summary>Creates transports over the shared client, and waits for their exchanges when the process ends.</summary>
/// <remarks>
/// Thread-safe; a singleton. Disposing refuses new exchanges, waits up to <see cref="PaymentHttpOptions.DrainTimeout"/>
/// for those under way, and ends the rest, whose writes are then in doubt.
/// </remarks>
public sealed class PaymentTransportFactory : IAsyncDisposable, IDisposable
{
    private readonly IHttpClientFactory _clients;
    private readonly TimeSpan _drainTimeout;
    private readonly TimeProvider _time;
    private readonly ExchangeTracker _tracker = new();

    internal PaymentTransportFactory(IHttpClientFactory clients, PaymentHttpOptions options, TimeProvider time)
    {
        _clients = clients;
        _drainTimeout = options.DrainTimeout;
        _time = time;
    }

    /// <summary>Creates a transport for one configured gateway; keep it as long as its configuration holds.</summary>
    /// <param name="options">Where and how to send.</param>
    /// <returns>The transport. It needs no disposal.</returns>
    /// <exception cref="ArgumentException">The base address is not an absolute http or https address without query, fragment and user; or a time or size is out of range.</exception>
    public PaymentTransport Create(PaymentTransportOptions options) =>
        new(_clients.CreateClient(PaymentTransport.HttpClientName), options, _time, _tracker);

    /// <summary>Refuses new exchanges and waits, for a bounded time, for those under way.</summary>
    /// <returns>A task that ends with the wait.</returns>
    public async ValueTask DisposeAsync() => await _tracker.DrainAsync(_drainTimeout, _time).ConfigureAwait(false);

    /// <summary>Refuses new exchanges and blocks, for a bounded time, until those under way have ended.</summary>
#pragma warning disable VSTHRD002 // A container that is disposed synchronously leaves no other way to drain.
    public void Dispose() => _tracker.DrainAsync(_drainTimeout, _time).GetAwaiter().GetResult();
#pragma warning restore VSTHRD002
}
