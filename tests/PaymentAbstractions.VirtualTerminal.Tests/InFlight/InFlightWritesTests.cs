namespace PaymentAbstractions.VirtualTerminal.Tests;

public class InFlightWritesTests
{
    [Fact]
    public async Task The_same_payment_waits_for_the_one_under_way()
    {
        await using var fixture = VirtualTerminalFixture.AdapterAlone();
        var signal = new TaskCompletionSource();
        fixture.Stub.On(VirtualTerminalStub.Add, StubAnswer.Held(signal.Task, Txn.Sale().Ok()), Txn.Sale().Ok());

        var first = fixture.SendAsync(Some.Sale(key: "key-1"));
        var second = fixture.SendAsync(Some.Sale(key: "key-2"));
        var third = fixture.SendAsync(Some.Sale(1, key: "key-3"));
        await third;

        Assert.Equal(2, fixture.Stub.Writes.Count);
        Assert.False(first.IsCompleted || second.IsCompleted);
        signal.SetResult();
        Assert.True((await first).IsApproved);
        Assert.True((await second).IsApproved);
        Assert.Equal(3, fixture.Stub.Writes.Count);
    }

    [Fact]
    public async Task Whoever_leaves_while_waiting_has_sent_nothing()
    {
        await using var fixture = VirtualTerminalFixture.AdapterAlone();
        var signal = new TaskCompletionSource();
        fixture.Stub.On(VirtualTerminalStub.Add, StubAnswer.Held(signal.Task, Txn.Sale().Ok()), Txn.Sale().Ok());
        using var leaving = new CancellationTokenSource();

        var first = fixture.SendAsync(Some.Sale(key: "key-1"));
        var second = fixture.Gateway.SaleAsync(Some.Sale(key: "key-2"), leaving.Token);
        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        signal.SetResult();
        Assert.True((await first).IsApproved);
        Assert.Single(fixture.Stub.Writes);
    }
}
