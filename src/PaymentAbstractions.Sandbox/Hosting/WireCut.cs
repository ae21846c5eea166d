using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace PaymentAbstractions.Sandbox;

/// <summary>Breaks a connection below the HTTP level.</summary>
internal static class WireCut
{
    public static void Reset(HttpContext context)
    {
        // With a linger time of zero, closing the socket resets the connection.
        SocketOf(context).LingerState = new LingerOption(enable: true, seconds: 0);
        context.Abort();
    }

    public static async Task HalfStatusLineAsync(HttpContext context) =>
        await SendAndCloseAsync(context, "HTTP/1.1 2"u8.ToArray()).ConfigureAwait(false);

    public static async Task TruncateAsync(HttpContext context, SandboxResponse response)
    {
        var head = string.Create(
            CultureInfo.InvariantCulture,
            $"HTTP/1.1 {response.Status} Sandbox\r\nContent-Type: {response.ContentType}\r\nContent-Length: {response.Body.Length}\r\n\r\n"
        );
        byte[] bytes = [.. Encoding.ASCII.GetBytes(head), .. response.Body.Span[..(response.Body.Length / 2)]];
        await SendAndCloseAsync(context, bytes).ConfigureAwait(false);
    }

    // The server has not written anything yet, so the socket can be used directly.
    private static async Task SendAndCloseAsync(HttpContext context, byte[] bytes)
    {
        var socket = SocketOf(context);
        await socket.SendAsync(bytes, CancellationToken.None).ConfigureAwait(false);
        socket.Shutdown(SocketShutdown.Send);
        context.Abort();
    }

    private static Socket SocketOf(HttpContext context)
    {
        var items = context.Features.GetRequiredFeature<IConnectionItemsFeature>().Items;
        var connection = (ConnectionContext)items[typeof(WireCut)]!;
        return connection.Features.GetRequiredFeature<IConnectionSocketFeature>().Socket;
    }
}
