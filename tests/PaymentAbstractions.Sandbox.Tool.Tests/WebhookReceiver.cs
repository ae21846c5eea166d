using System.Net;
using System.Net.Sockets;

namespace PaymentAbstractions.Sandbox.Tool.Tests;

/// <summary>Receives one webhook and answers it.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public WebhookReceiver()
    {
        _listener.Start();
        Received = ReceiveAsync(TestContext.Current.CancellationToken);
    }

    public Uri Address => new($"http://{_listener.LocalEndpoint}/payments/webhooks/cards_eu");

    /// <summary>The Authorization header of the first webhook.</summary>
    public Task<string> Received { get; }

    public ValueTask DisposeAsync()
    {
        _listener.Dispose();
        return default;
    }

    private async Task<string> ReceiveAsync(CancellationToken cancellationToken)
    {
        using var client = await _listener.AcceptTcpClientAsync(cancellationToken);
        using var reader = new StreamReader(client.GetStream());
        const string name = "Authorization: ";
        var authorization = "";
        while (await reader.ReadLineAsync(cancellationToken) is { Length: > 0 } line)
        {
            authorization = line.StartsWith(name, StringComparison.Ordinal) ? line[name.Length..] : authorization;
        }

        await client.GetStream().WriteAsync("HTTP/1.1 204 No Content\r\n\r\n"u8.ToArray(), cancellationToken);
        return authorization;
    }
}
