using PaymentAbstractions.Adapters;

namespace PaymentAbstractions.Pipeline.Tests;

public sealed class RunningAttemptTests : IDisposable
{
    private readonly RunningAttempt _call = new(Testing.PaymentRequests.Sale(), DateTimeOffset.UnixEpoch);

    [Fact]
    public void The_write_begins_once()
    {
        Assert.False(_call.SendHasBegun);
        Assert.True(_call.TryBeginSend());
        Assert.True(_call.SendHasBegun);
        Assert.False(_call.TryBeginSend());
    }

    [Fact]
    public void Who_leaves_before_the_write_prevents_it()
    {
        Assert.True(_call.TryCancel());
        Assert.True(_call.BeforeSend.IsCancellationRequested);
        Assert.False(_call.TryBeginSend());
        Assert.False(_call.SendHasBegun);
    }

    [Fact]
    public void Who_leaves_after_the_write_prevents_nothing()
    {
        _call.TryBeginSend();

        Assert.False(_call.TryCancel());
        Assert.False(_call.BeforeSend.IsCancellationRequested);
        Assert.True(_call.SendHasBegun);
    }

    [Fact]
    public async Task Either_the_write_begins_or_the_caller_has_left()
    {
        for (var i = 0; i < 50; i++)
        {
            using var call = new RunningAttempt(Testing.PaymentRequests.Sale(), default);
            using var start = new Barrier(2);

            var results = await Task.WhenAll(
                Task.Run(() => Run(start, call.TryBeginSend), TestContext.Current.CancellationToken),
                Task.Run(() => Run(start, call.TryCancel), TestContext.Current.CancellationToken)
            );

            Assert.Single(results, won => won);
        }
    }

    [Fact]
    public void After_disposal_there_is_nothing_to_begin_or_to_cancel()
    {
        _call.Dispose();

        Assert.False(_call.TryCancel());
        Assert.False(_call.TryBeginSend());
    }

    [Fact]
    public void Disposal_does_not_unsay_that_the_write_began()
    {
        _call.TryBeginSend();

        _call.Dispose();

        Assert.True(_call.SendHasBegun);
    }

    public void Dispose() => _call.Dispose();

    private static bool Run(Barrier start, Func<bool> attempt)
    {
        start.SignalAndWait(TestContext.Current.CancellationToken);
        return attempt();
    }
}
