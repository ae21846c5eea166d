namespace PaymentAbstractions.Sandbox;

/// <summary>The requests that a sandbox has received.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class SandboxTraffic
{
    private readonly Lock _gate = new();
    private readonly List<SandboxExchangeRecord> _exchanges = [];
    private int _connections;
    private long _bytesReceived;

    internal SandboxTraffic() { }

    /// <summary>A snapshot of the requests, in order of arrival.</summary>
    public IReadOnlyList<SandboxRequest> Requests
    {
        get
        {
            lock (_gate)
            {
                return _exchanges.ConvertAll(static exchange => exchange.Request);
            }
        }
    }

    /// <summary>A snapshot of the requests with their results, in order of arrival.</summary>
    internal IReadOnlyList<SandboxExchangeRecord> Exchanges
    {
        get
        {
            lock (_gate)
            {
                return _exchanges.ToArray();
            }
        }
    }

    /// <summary>The number of accepted TCP connections.</summary>
    public int Connections => Volatile.Read(ref _connections);

    /// <summary>The number of received bytes, counted at the transport: zero means that nothing was sent at all.</summary>
    public long BytesReceived => Interlocked.Read(ref _bytesReceived);

    /// <summary>Removes the requests and sets both counters to zero.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _exchanges.Clear();
        }

        Interlocked.Exchange(ref _connections, 0);
        Interlocked.Exchange(ref _bytesReceived, 0);
    }

    internal void Record(SandboxRequest request)
    {
        lock (_gate)
        {
            _exchanges.Add(new(request));
        }
    }

    /// <summary>Records the fault that a request meets.</summary>
    internal void Meet(SandboxRequest request, SandboxFault fault) =>
        Change(request, exchange => exchange with { Fault = fault });

    /// <summary>Records the status of the answer to a request.</summary>
    internal void Answer(SandboxRequest request, int status) =>
        Change(request, exchange => exchange with { Status = status });

    // If the traffic was cleared in the meantime, there is nothing to change.
    private void Change(SandboxRequest request, Func<SandboxExchangeRecord, SandboxExchangeRecord> change)
    {
        lock (_gate)
        {
            var index = _exchanges.FindLastIndex(exchange => ReferenceEquals(exchange.Request, request));
            if (index >= 0)
            {
                _exchanges[index] = change(_exchanges[index]);
            }
        }
    }

    internal void CountConnection() => Interlocked.Increment(ref _connections);

    internal void CountBytes(long count) => Interlocked.Add(ref _bytesReceived, count);
}
