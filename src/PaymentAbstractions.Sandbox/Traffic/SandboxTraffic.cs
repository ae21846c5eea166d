namespace PaymentAbstractions.Sandbox;

/// <summary>What came over the wire to a sandbox.</summary>
/// <remarks>Safe for use by several threads.</remarks>
public sealed class SandboxTraffic
{
    private readonly Lock _gate = new();
    private readonly List<SandboxRequest> _requests = [];
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
                return _requests.ToArray();
            }
        }
    }

    /// <summary>How many TCP connections were accepted.</summary>
    public int Connections => Volatile.Read(ref _connections);

    /// <summary>How many bytes arrived, counted at the transport: zero means that nothing was sent at all.</summary>
    public long BytesReceived => Interlocked.Read(ref _bytesReceived);

    /// <summary>Forgets the requests and sets both counters to zero.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _requests.Clear();
        }

        Interlocked.Exchange(ref _connections, 0);
        Interlocked.Exchange(ref _bytesReceived, 0);
    }

    internal void Record(SandboxRequest request)
    {
        lock (_gate)
        {
            _requests.Add(request);
        }
    }

    internal void CountConnection() => Interlocked.Increment(ref _connections);

    internal void CountBytes(long count) => Interlocked.Add(ref _bytesReceived, count);
}
