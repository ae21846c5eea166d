using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace PaymentAbstractions.Http.Tests.Server;

/// <summary>An accepted connection that a script controls.</summary>
internal sealed class FaultConnection(FaultServer server, Socket socket, CancellationToken stop) : IDisposable
{
    private readonly NetworkStream _stream = new(socket, ownsSocket: true);
    private readonly byte[] _buffer = new byte[64 * 1024];
    private string _pending = "";

    public Stream Stream => _stream;

    public CancellationToken Stop => stop;

    /// <summary>Reads one request with its Content-Length body.</summary>
    /// <returns>The request as text, or null when the client closed.</returns>
    public async Task<string?> ReadRequestAsync()
    {
        while (true)
        {
            var end = _pending.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (end >= 0 && _pending.Length >= end + 4 + ContentLength(_pending[..end]))
            {
                var length = end + 4 + ContentLength(_pending[..end]);
                var request = _pending[..length];
                _pending = _pending[length..];
                server.Requests.Enqueue(request);
                return request;
            }

            if (!await ReadMoreAsync())
            {
                return null;
            }
        }
    }

    /// <summary>Reads the bytes that arrive next.</summary>
    /// <returns>Whether anything arrived before the client closed.</returns>
    public async Task<bool> ReadMoreAsync()
    {
        var read = await _stream.ReadAsync(_buffer, stop);
        _pending += Encoding.Latin1.GetString(_buffer, 0, read);
        return read > 0;
    }

    /// <summary>Waits until bytes have arrived, and leaves them unread.</summary>
    public async Task WaitForBytesAsync() => await socket.ReceiveAsync(_buffer.AsMemory(0, 1), SocketFlags.Peek, stop);

    public Task WriteAsync(string text) => WriteAsync(Encoding.UTF8.GetBytes(text));

    public async Task WriteAsync(byte[] bytes) => await _stream.WriteAsync(bytes, stop);

    /// <summary>Closes with RST instead of FIN.</summary>
    public void Reset()
    {
        socket.LingerState = new LingerOption(enable: true, seconds: 0);
        socket.Close();
    }

    public void Dispose() => _stream.Dispose();

    private static int ContentLength(string headers)
    {
        var line = headers
            .Split("\r\n")
            .FirstOrDefault(static line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
        return line is null ? 0 : int.Parse(line["Content-Length:".Length..], CultureInfo.InvariantCulture);
    }
}
