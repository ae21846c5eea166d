using System.Net.Sockets;
using System.Text;
using PaymentAbstractions.Sandbox.Tests.Rebilly;

namespace PaymentAbstractions.Sandbox.Tests.Traffic;

public sealed class TrafficTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Requests_are_recorded_as_they_came()
    {
        await using var driver = await RebillyDriver.StartAsync();

        await driver.SendAsync(HttpMethod.Put, "customers/cus_1?expand=a%20b", """{"locale":"en"}""");

        var request = Assert.Single(driver.Sandbox.Traffic.Requests);
        Assert.Equal(
            ("PUT", "/organizations/org_sandbox/customers/cus_1?expand=a%20b"),
            (request.Method, request.Path)
        );
        Assert.Equal("sk_sandbox", request.Headers["reb-apikey"]);
        Assert.Equal("""{"locale":"en"}""", request.Body);
        Assert.True(request.IsBodyComplete);
        Assert.DoesNotContain("sk_sandbox", request.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, driver.Sandbox.Traffic.Connections);
        Assert.InRange(driver.Sandbox.Traffic.BytesReceived, 80, 1000);
    }

    [Fact]
    public async Task Bytes_are_counted_once_and_exactly()
    {
        await using var sandbox = await RebillySandbox.StartAsync(cancellationToken: Token);
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", sandbox.BaseAddress.Port, Token);
        var body = new string('x', 20_000);
        var head =
            $"POST /organizations/none HTTP/1.1\r\nHost: a\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n";
        var stream = client.GetStream();

        await stream.WriteAsync(Encoding.ASCII.GetBytes(head[..10]), Token);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head[10..] + body), Token);
        using var reader = new StreamReader(stream);
        await reader.ReadToEndAsync(Token);

        Assert.Equal(head.Length + body.Length, sandbox.Traffic.BytesReceived);
    }

    [Fact]
    public async Task A_connection_without_a_byte_shows_as_such_and_all_can_be_cleared()
    {
        await using var driver = await RebillyDriver.StartAsync();
        await driver.GetAsync("transactions");

        driver.Sandbox.Traffic.Clear();

        Assert.Equal((0, 0L), (driver.Sandbox.Traffic.Connections, driver.Sandbox.Traffic.BytesReceived));
        Assert.Empty(driver.Sandbox.Traffic.Requests);
    }

    [Fact]
    public async Task A_body_that_breaks_off_is_recorded_and_not_processed()
    {
        await using var driver = await RebillyDriver.StartAsync();
        await driver.CardAsync();
        driver.Sandbox.Traffic.Clear();
        using (var client = new TcpClient())
        {
            await client.ConnectAsync("127.0.0.1", driver.Sandbox.BaseAddress.Port, Token);
            var half =
                "POST /organizations/org_sandbox/transactions HTTP/1.1\r\nHost: a\r\nREB-APIKEY: sk_sandbox\r\nContent-Length: 900\r\n\r\n{";
            var stream = client.GetStream();
            await stream.WriteAsync(Encoding.ASCII.GetBytes(half), Token);
            client.Client.Shutdown(SocketShutdown.Send);
            await DrainAsync(stream);
        }

        // The connection may end before the server has started to read the request.
        while (driver.Sandbox.Traffic.Requests.Count == 0)
        {
            await Task.Delay(10, Token);
        }

        await driver.Sandbox.WhenIdleAsync(Token);
        Assert.False(Assert.Single(driver.Sandbox.Traffic.Requests).IsBodyComplete);
        Assert.Empty(driver.Sandbox.Ledger.Movements);
    }

    private static async Task DrainAsync(NetworkStream stream)
    {
        try
        {
            await stream.CopyToAsync(Stream.Null, Token);
        }
        catch (IOException)
        {
            // A reset ends the connection just like an orderly close.
        }
    }
}
