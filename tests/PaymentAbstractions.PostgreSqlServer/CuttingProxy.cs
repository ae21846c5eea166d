using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace PaymentAbstractions.PostgreSqlServer;

/// <summary>
/// A proxy between a client and the server that cuts a connection at the next COMMIT, before or after the server has done it.
/// </summary>
public sealed class CuttingProxy : IAsyncDisposable
{
    // The start of the message in which a server names its process: the message type and length.
    private static readonly byte[] KeyData = [(byte)'K', 0, 0, 0, 12];

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly int _server;
    private readonly Task _running;
    private volatile bool _cutsBefore;
    private volatile bool _cutsAfter;
    private volatile bool _refuses;

    /// <summary>Listens on a free port.</summary>
    /// <param name="connectionString">The connection string of the server.</param>
    public CuttingProxy(string connectionString)
    {
        var text = new NpgsqlConnectionStringBuilder(connectionString);
        _server = text.Port;
        _listener.Start();
        text.Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        text.Pooling = false;
        text.SslMode = SslMode.Disable;
        ConnectionString = text.ToString();
        _running = Task.Run(AcceptAsync);
    }

    /// <summary>The connection string of the server through the proxy.</summary>
    public string ConnectionString { get; }

    /// <summary>Cuts the next connection that commits: the server never receives the COMMIT.</summary>
    public void CutBeforeCommit() => _cutsBefore = true;

    /// <summary>Cuts the next connection that commits: the server has committed, and its answer is lost.</summary>
    /// <param name="andRefuse">Whether further connections are refused until <see cref="Accept"/> is called.</param>
    public void CutAfterCommit(bool andRefuse = false)
    {
        _refuses = false;
        _cutsAfter = true;
        RefusesAfterwards = andRefuse;
    }

    private bool RefusesAfterwards { get; set; }

    /// <summary>
    /// Whether clients receive the id of a process that the server does not have, as from a proxy that uses another process for each
    /// transaction.
    /// </summary>
    public bool SharesConnections { get; init; }

    /// <summary>Accepts connections again.</summary>
    public void Accept() => _refuses = false;

    /// <summary>Cancels requested cuts that have not happened.</summary>
    public void Forget() => (_cutsBefore, _cutsAfter) = (false, false);

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener.Stop();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stopping.IsCancellationRequested)
        {
            var client = await _listener.AcceptTcpClientAsync(_stopping.Token);
            if (_refuses)
            {
                client.Close();
                continue;
            }

            _ = Task.Run(() => ServeAsync(client));
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var server = new TcpClient();
        using (client)
        {
            try
            {
                await server.ConnectAsync(IPAddress.Loopback, _server, _stopping.Token);
                var isCommitted = new TaskCompletionSource();
                var forth = ForwardAsync(client, server, isCommitted);
                var back = BackAsync(server, client, isCommitted.Task);
                await Task.WhenAny(forth, back);
            }
            catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException)
            {
                // One side has closed the connection.
            }
        }
    }

    private async Task ForwardAsync(TcpClient client, TcpClient server, TaskCompletionSource isCommitted)
    {
        var buffer = new byte[65536];
        while (await client.GetStream().ReadAsync(buffer, _stopping.Token) is > 0 and var count)
        {
            if (buffer.AsSpan(0, count).IndexOf("COMMIT\0"u8) >= 0)
            {
                if (_cutsBefore)
                {
                    _cutsBefore = false;
                    return;
                }

                if (_cutsAfter)
                {
                    (_cutsAfter, _refuses) = (false, RefusesAfterwards);
                    isCommitted.SetResult();
                }
            }

            await server.GetStream().WriteAsync(buffer.AsMemory(0, count), _stopping.Token);
        }
    }

    // When the server has answered the commit, the answer is dropped and the connection is closed.
    private async Task BackAsync(TcpClient server, TcpClient client, Task isCommitted)
    {
        var buffer = new byte[65536];
        while (await server.GetStream().ReadAsync(buffer, _stopping.Token) is > 0 and var count)
        {
            if (isCommitted.IsCompleted)
            {
                return;
            }

            if (SharesConnections && buffer.AsSpan(0, count).IndexOf(KeyData) is >= 0 and var at)
            {
                buffer[at + KeyData.Length] ^= 0x40;
            }

            await client.GetStream().WriteAsync(buffer.AsMemory(0, count), _stopping.Token);
        }
    }
}
