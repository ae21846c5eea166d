using System.Net.Sockets;
using PaymentAbstractions.Sandbox.Tests.Emulators;
using PaymentAbstractions.Sandbox.Tests.Rebilly;

namespace PaymentAbstractions.Sandbox.Tests.Hosting;

public sealed class ListeningTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_paused_sandbox_refuses_connections_and_keeps_its_state()
    {
        await using var driver = await RebillyDriver.StartAsync();
        await driver.CardAsync();
        await driver.PayAsync("");
        var address = driver.Sandbox.BaseAddress;

        await driver.Sandbox.PauseListeningAsync();
        await driver.Sandbox.PauseListeningAsync();
        var refusal = await Assert.ThrowsAsync<HttpRequestException>(() =>
            driver.SendAsync(HttpMethod.Get, "transactions")
        );
        await driver.Sandbox.ResumeListeningAsync();
        await driver.Sandbox.ResumeListeningAsync();

        Assert.Equal(HttpRequestError.ConnectionError, refusal.HttpRequestError);
        Assert.Equal(
            SocketError.ConnectionRefused,
            Assert.IsType<SocketException>(refusal.InnerException).SocketErrorCode
        );
        Assert.Equal(address, driver.Sandbox.BaseAddress);
        await driver.GetAsync("transactions/txn_000000000001");
    }

    [Fact]
    public async Task Pausing_cuts_a_hanging_request()
    {
        await using var driver = await RebillyDriver.StartAsync();
        await driver.CardAsync();
        var arrived = new TaskCompletionSource();
        driver.Sandbox.Faults.Enqueue(SandboxFault.Hang(), _ => arrived.TrySetResult());
        var payment = driver.SendAsync(HttpMethod.Post, "transactions", RebillyDriver.Body(""));
        await arrived.Task.WaitAsync(Token);

        await driver.Sandbox.PauseListeningAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => payment);
    }

    [Fact]
    public async Task A_port_in_use_is_an_error()
    {
        await using var first = await RebillySandbox.StartAsync(cancellationToken: Token);

        await Assert.ThrowsAnyAsync<IOException>(() =>
            RebillySandbox.StartAsync(new() { Port = first.BaseAddress.Port }, Token)
        );
    }

    [Fact]
    public async Task A_sandbox_that_does_not_listen_yet_is_neither_paused_nor_resumed()
    {
        await using var till = new TillSandbox(new SandboxOptions());

        await Assert.ThrowsAsync<InvalidOperationException>(till.PauseListeningAsync);
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(till.ResumeListeningAsync);
        await till.ListenAsync(Token);

        Assert.Equal("TillSandbox does not listen yet. Call ListenAsync first.", refusal.Message);
    }

    [Fact]
    public async Task A_sandbox_listens_once_also_when_it_is_asked_to_at_once()
    {
        await using var till = new TillSandbox(new SandboxOptions());

        var starts = Enumerable.Range(0, 4).Select(_ => Task.Run(() => till.ListenAsync(Token), Token)).ToList();
        await Task.WhenAll(starts).ContinueWith(static _ => { }, Token, default, TaskScheduler.Default);
        await till.PauseListeningAsync();

        Assert.Equal(3, starts.Count(start => start.Exception?.InnerException is InvalidOperationException));
        await Assert.ThrowsAsync<InvalidOperationException>(() => till.ListenAsync(Token));
    }

    [Fact]
    public async Task A_disposed_sandbox_frees_its_port_and_cannot_resume()
    {
        var first = await RebillySandbox.StartAsync(cancellationToken: Token);
        await first.DisposeAsync();
        await first.DisposeAsync();

        await using var second = await RebillySandbox.StartAsync(new() { Port = first.BaseAddress.Port }, Token);

        Assert.Equal(first.BaseAddress, second.BaseAddress);
        await Assert.ThrowsAsync<ObjectDisposedException>(first.ResumeListeningAsync);
        await Assert.ThrowsAsync<ObjectDisposedException>(first.PauseListeningAsync);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => first.ListenAsync(Token));
    }
}
