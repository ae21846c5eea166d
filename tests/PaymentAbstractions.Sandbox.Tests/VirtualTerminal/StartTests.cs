using System.Net.Sockets;
using static PaymentAbstractions.Sandbox.Tests.VirtualTerminal.TerminalDriver;

namespace PaymentAbstractions.Sandbox.Tests.VirtualTerminal;

public sealed class StartTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_address_ends_in_api()
    {
        await using var driver = await StartAsync();

        Assert.Equal($"http://127.0.0.1:{driver.Sandbox.BaseAddress.Port}/api/", driver.Sandbox.BaseAddress.ToString());
    }

    [Fact]
    public async Task A_paused_sandbox_refuses_connections_and_keeps_its_state()
    {
        await using var driver = await StartAsync();
        var sale = await driver.PayAsync();

        await driver.Sandbox.PauseListeningAsync();
        var refusal = await Assert.ThrowsAsync<HttpRequestException>(() => driver.AddAsync());
        await driver.Sandbox.ResumeListeningAsync();

        Assert.Equal(
            SocketError.ConnectionRefused,
            Assert.IsType<SocketException>(refusal.InnerException).SocketErrorCode
        );
        Assert.Equal("Not Settled", Text(await driver.ReadAsync(sale), "Status"));
        Assert.Single(driver.Sandbox.Ledger.Movements);
    }

    [Fact]
    public async Task Both_sandboxes_run_side_by_side()
    {
        await using var driver = await StartAsync();
        await using var rebilly = await RebillySandbox.StartAsync(cancellationToken: Token);

        await driver.PayAsync();

        Assert.NotEqual(rebilly.BaseAddress.Port, driver.Sandbox.BaseAddress.Port);
        Assert.Empty(rebilly.Ledger.Movements);
        Assert.True(driver.Sandbox.Traffic.BytesReceived > 0);
        Assert.Equal("POST /api/transaction/add", Assert.Single(driver.Sandbox.Traffic.Requests).ToString());
    }

    [Fact]
    public async Task Duplicate_settings_are_reported_at_the_start()
    {
        var noAccount = new VirtualTerminalSandboxOptions();
        noAccount.Accounts.Clear();
        var sameKey = new VirtualTerminalSandboxOptions();
        sameKey.Accounts.Add(new() { Mid = "other" });
        var sameCustomer = new VirtualTerminalSandboxOptions();
        sameCustomer.Customers.Add(new() { Id = 7001, Name = "Other" });
        var sameName = new VirtualTerminalSandboxOptions();
        sameName.Customers.Add(new() { Id = 7009, Name = "Contoso" });
        var sameCard = new VirtualTerminalSandboxOptions();
        sameCard.Customers.Add(
            new()
            {
                Id = 7009,
                Name = "Other",
                PaymentMethods = [new() { Id = 9001 }],
            }
        );
        var sameProduct = new VirtualTerminalSandboxOptions();
        sameProduct.Products.Add(new() { Code = "bolt-10", Price = 1m });
        VirtualTerminalSandboxOptions[] wrong = [noAccount, sameKey, sameCustomer, sameName, sameCard, sameProduct];

        foreach (var options in wrong)
        {
            await Assert.ThrowsAsync<ArgumentException>(() => VirtualTerminalSandbox.StartAsync(options, Token));
        }
    }

    [Fact]
    public void An_account_prints_no_key() =>
        Assert.Equal("mid_sandbox", new VirtualTerminalSandboxAccount().ToString());
}
