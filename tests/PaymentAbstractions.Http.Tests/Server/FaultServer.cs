using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PaymentAbstractions.Http.Tests.Server;

/// <summary>A raw socket on loopback that passes each accepted connection to a script.</summary>
internal sealed class FaultServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<FaultConnection, Task> _script;
    private readonly ConcurrentBag<Task> _running = [];
    private readonly Task _accepting;
    private int _accepted;

    public FaultServer(Func<FaultConnection, Task> script)
    {
        _script = script;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>Every request whose headers arrived, with the part of its body that was read.</summary>
    public ConcurrentQueue<string> Requests { get; } = [];

    public int Accepted => Volatile.Read(ref _accepted);

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public Uri Address => new($"http://127.0.0.1:{Port.ToString(CultureInfo.InvariantCulture)}/");

    /// <summary>Answers every request of every connection with the same bytes.</summary>
    public static FaultServer Answering(string response) => Answering(Encoding.UTF8.GetBytes(response));

    public static FaultServer Answering(byte[] response) =>
        new(async connection =>
        {
            while (await connection.ReadRequestAsync() is not null)
            {
                await connection.WriteAsync(response);
            }
        });

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting;
        _listener.Stop();
        await Task.WhenAll(_running);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (!_stop.IsCancellationRequested)
            {
                var socket = await _listener.AcceptSocketAsync(_stop.Token);
                Interlocked.Increment(ref _accepted);
                _running.Add(RunAsync(socket));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException)
        {
            // The test has ended.
        }
    }

    private async Task RunAsync(Socket socket)
    {
        using var connection = new FaultConnection(this, socket, _stop.Token);
        try
        {
            await _script(connection);
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or IOException)
        {
            // The client closed the connection, as many tests intend.
        }
    }
}
