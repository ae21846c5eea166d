using System.Net.Sockets;
using System.Text;
using PaymentAbstractions.Sandbox.Tests.Rebilly;

namespace PaymentAbstractions.Sandbox.Tests.Faults;

public sealed class WireTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Half_a_status_line_is_all_that_comes()
    {
        await using var driver = await RebillyDriver.StartAsync();
        await driver.CardAsync();
        driver.Sandbox.Faults.Enqueue(SandboxFault.HalfStatusLine);

        var (text, _) = await ExchangeAsync(driver);

        Assert.Equal("HTTP/1.1 2", text);
    }

    [Fact]
    public async Task A_truncated_body_is_shorter_than_announced()
    {
        await using var driver = await RebillyDriver.StartAsync();
        await driver.CardAsync();
        driver.Sandbox.Faults.Enqueue(SandboxFault.TruncatedBody);

        var (text, _) = await ExchangeAsync(driver);

        var parts = text.Split("\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 201 ", parts[0], StringComparison.Ordinal);
        var announced = int.Parse(
            parts[0].Split("Content-Length: ")[1],
            System.Globalization.CultureInfo.InvariantCulture
        );
        Assert.Equal(announced / 2, parts[1].Length);
        Assert.StartsWith("{\"id\":\"txn_", parts[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_reset_sends_nothing_and_resets(bool processes)
    {
        await using var driver = await RebillyDriver.StartAsync();
        await driver.CardAsync();
        driver.Sandbox.Faults.Enqueue(
            processes ? SandboxFault.ResetAfterProcessing : SandboxFault.ResetBeforeProcessing
        );

        var (text, wasReset) = await ExchangeAsync(driver);

        Assert.Empty(text);
        Assert.True(wasReset);
        Assert.Equal(processes ? 1 : 0, driver.Sandbox.Ledger.Movements.Count);
    }

    private static async Task<(string Text, bool WasReset)> ExchangeAsync(RebillyDriver driver)
    {
        var body = RebillyDriver.Body("");
        var request =
            $"POST /organizations/org_sandbox/transactions HTTP/1.1\r\nHost: sandbox\r\nREB-APIKEY: sk_sandbox\r\n"
            + $"Content-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}";
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", driver.Sandbox.BaseAddress.Port, Token);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), Token);
        var received = new StringBuilder();
        var buffer = new byte[8192];
        try
        {
            int count;
            while ((count = await stream.ReadAsync(buffer, Token)) > 0)
            {
                received.Append(Encoding.ASCII.GetString(buffer, 0, count));
            }

            return (received.ToString(), false);
        }
        catch (IOException failure)
            when (failure.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionReset })
        {
            return (received.ToString(), true);
        }
    }
}
