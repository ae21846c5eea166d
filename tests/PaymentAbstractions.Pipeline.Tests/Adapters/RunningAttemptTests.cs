using PaymentAbstractions.Adapters;

namespace PaymentAbstractions.Pipeline.Tests;

public sealed class RunningAttemptTests : IDisposable
{
    private readonly RunningAttempt _attempt = new(Testing.PaymentRequests.Sale(), DateTimeOffset.UnixEpoch);

    [Fact]
    public void The_write_begins_once()
    {
        Assert.False(_attempt.SendHasBegun);
        Assert.True(_attempt.TryBeginSend());
        Assert.True(_attempt.SendHasBegun);
        Assert.False(_attempt.TryBeginSend());
    }

    [Fact]
    public void A_caller_who_leaves_before_the_write_prevents_it()
    {
        Assert.True(_attempt.TryCancel());
        Assert.False(_attempt.TryBeginSend());
        Assert.False(_attempt.SendHasBegun);
    }

    [Fact]
    public void A_caller_who_leaves_after_the_write_prevents_nothing()
    {
        _attempt.TryBeginSend();

        Assert.False(_attempt.TryCancel());
        Assert.True(_attempt.SendHasBegun);
    }

    [Fact]
    public async Task Either_the_write_begins_or_the_attempter_has_left()
    {
        for (var i = 0; i < 50; i++)
        {
            using var attempt = new RunningAttempt(Testing.PaymentRequests.Sale(), default);
            using var start = new Barrier(2);

            var results = await Task.WhenAll(
                Task.Run(() => Run(start, attempt.TryBeginSend), TestContext.Current.CancellationToken),
                Task.Run(() => Run(start, attempt.TryCancel), TestContext.Current.CancellationToken)
            );

            Assert.Single(results, won => won);
        }
    }

    [Fact]
    public void After_disposal_there_is_nothing_to_begin_or_to_cancel()
    {
        _attempt.Dispose();

        Assert.False(_attempt.TryCancel());
        Assert.False(_attempt.TryBeginSend());
    }

    [Fact]
    public void Disposal_does_not_revoke_that_the_write_began()
    {
        _attempt.TryBeginSend();

        _attempt.Dispose();

        Assert.True(_attempt.SendHasBegun);
    }

    [Fact]
    public async Task A_step_before_the_write_ends_when_the_caller_leaves()
    {
        var step = _attempt.PrepareAsync<int>(async token =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
            return 1;
        });

        _attempt.TryCancel();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => step);
        Assert.True(_attempt.IsProvenUnsent);
    }

    [Fact]
    public async Task A_step_after_the_write_does_not()
    {
        _attempt.TryBeginSend();

        var seen = await _attempt.PrepareAsync(token =>
        {
            _attempt.TryCancel();
            return Task.FromResult(token.IsCancellationRequested);
        });

        Assert.False(seen);
        Assert.False(_attempt.IsProvenUnsent);
    }

    [Fact]
    public void An_attempt_that_has_not_reached_its_gate_proves_nothing()
    {
        Assert.False(_attempt.IsProvenUnsent);
        _attempt.Dispose();
        Assert.False(_attempt.IsProvenUnsent);
    }

    [Fact]
    public void A_caller_who_leaves_proves_nothing()
    {
        _attempt.TryCancel();

        Assert.False(_attempt.IsProvenUnsent);
        Assert.False(_attempt.TryBeginSend());
        Assert.True(_attempt.IsProvenUnsent);
    }

    [Fact]
    public void An_adapter_that_gives_up_before_its_write_proves_it()
    {
        Assert.True(_attempt.TryGiveUp());

        Assert.True(_attempt.IsProvenUnsent);
        Assert.False(_attempt.TryBeginSend());
    }

    [Fact]
    public void An_adapter_cannot_give_up_what_was_handed_over()
    {
        _attempt.TryBeginSend();

        Assert.False(_attempt.TryGiveUp());
        Assert.False(_attempt.IsProvenUnsent);
    }

    public void Dispose() => _attempt.Dispose();

    private static bool Run(Barrier start, Func<bool> act)
    {
        start.SignalAndWait(TestContext.Current.CancellationToken);
        return act();
    }
}
