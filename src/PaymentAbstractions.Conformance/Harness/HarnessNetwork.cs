using System.Net;
using System.Net.Sockets;
using PaymentAbstractions.Sandbox;

namespace PaymentAbstractions.Conformance;

/// <summary>The network between the gateway and the emulator. A harness can break it before a connection is established.</summary>
/// <remarks>
/// Add <see cref="NewHandler"/> to the gateway's HTTP client: a broken network then routes every request to a separate unreachable
/// endpoint, while gateway, account and journal stay the same. Thread-safe.
/// </remarks>
/// <param name="clock">The gateway's clock: a stalled connection ends when its deadlines pass.</param>
internal sealed class HarnessNetwork(ImpatientClock clock) : IDisposable
{
    private readonly List<Socket> _sockets = [];
    private volatile Func<Uri, Uri>? _detour;
    private volatile Func<Uri, Uri>? _confusion;
    private int _passing;
    private volatile bool _isMet;

    /// <summary>Whether a request has met a fault; a harness resets it before the next one.</summary>
    public bool IsMet
    {
        get => _isMet;
        set => _isMet = value;
    }

    /// <summary>Breaks the network until <see cref="Repair"/>.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="requests">The number of requests that succeed before the fault. Default: none.</param>
    /// <returns>Whether the network implements the fault; the emulator implements the others.</returns>
    public bool Break(ConformanceFault fault, int requests = 0)
    {
        Func<Uri, Uri>? detour = fault switch
        {
            // The port is bound, so that no other process can use it, but not listening.
            ConformanceFault.ConnectionRefused => target => To(Uri.UriSchemeHttp, Bound(), target),
            ConformanceFault.NameNotResolved => static target =>
                new UriBuilder(target) { Scheme = Uri.UriSchemeHttps, Host = "gateway.invalid" }.Uri,
            ConformanceFault.TlsFailure => static target => new UriBuilder(target) { Scheme = Uri.UriSchemeHttps }.Uri,
            // Uses a new port for each request: a client that gives up leaves its connection to the next request for the same port.
            ConformanceFault.ConnectionStalls => target => To(Uri.UriSchemeHttps, Deaf(), target),
            _ => null,
        };
        Volatile.Write(ref _passing, requests);
        _detour = detour ?? _detour;
        return detour is not null;
    }

    /// <summary>Routes requests for one resource to another until <see cref="Repair"/>: its id is replaced in paths and queries.</summary>
    /// <param name="asked">The requested id.</param>
    /// <param name="shown">The id that replaces it.</param>
    public void Confuse(string asked, string shown)
    {
        _confusion = target =>
        {
            var parts = target
                .PathAndQuery.Split('/')
                .Select(part =>
                    string.Join('&', part.Split('&').Select(pair => string.Join('=', pair.Split('=').Select(Replaced))))
                );
            return new Uri(target, string.Join('/', parts));
        };

        string Replaced(string text) => Uri.UnescapeDataString(text) == asked ? Uri.EscapeDataString(shown) : text;
    }

    /// <summary>Routes requests to the emulator again.</summary>
    public void Repair()
    {
        _detour = null;
        _confusion = null;
    }

    /// <summary>Creates a handler for one client.</summary>
    /// <returns>The handler, which belongs to the client.</returns>
    public DelegatingHandler NewHandler() => new Detour(this);

    /// <summary>Releases the ports.</summary>
    public void Dispose()
    {
        lock (_sockets)
        {
            _sockets.ForEach(static socket => socket.Dispose());
            _sockets.Clear();
        }
    }

    private static Uri To(string scheme, Socket socket, Uri target) =>
        new UriBuilder(target)
        {
            Scheme = scheme,
            Host = "127.0.0.1",
            Port = ((IPEndPoint)socket.LocalEndPoint!).Port,
        }.Uri;

    private Socket Bound()
    {
        var socket = Keep(new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp));
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return socket;
    }

    private Socket Deaf()
    {
        var socket = Bound();
        socket.Listen();
        _ = LetDeadlinesPassAfterConnectAsync(socket);
        return socket;
    }

    // The client now waits for the other side of the handshake, and only its deadlines end the wait.
    private async Task LetDeadlinesPassAfterConnectAsync(Socket socket)
    {
        try
        {
            Keep(await socket.AcceptAsync().ConfigureAwait(false));
            clock.LetDeadlinesPass();
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // No client connected before the end.
        }
    }

    private Socket Keep(Socket socket)
    {
        lock (_sockets)
        {
            _sockets.Add(socket);
        }

        return socket;
    }

    private sealed class Detour(HarnessNetwork network) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            if (network._confusion is { } confusion)
            {
                request.RequestUri = confusion(request.RequestUri!);
            }

            if (network._detour is { } detour && Interlocked.Decrement(ref network._passing) < 0)
            {
                network.IsMet = true;
                request.RequestUri = detour(request.RequestUri!);
            }

            return base.SendAsync(request, cancellationToken);
        }
    }
}
