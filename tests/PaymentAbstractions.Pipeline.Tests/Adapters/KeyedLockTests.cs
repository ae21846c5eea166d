namespace PaymentAbstractions.Pipeline.Tests;

public sealed class KeyedLockTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_at_a_time_works_on_a_key()
    {
        var turns = new KeyedLock();
        var first = await turns.EnterAsync("txn_1", Token);

        var second = turns.EnterAsync("txn_1", Token);
        using var other = await turns.EnterAsync("txn_2", Token);
        var waited = !second.IsCompleted;
        first.Dispose();
        first.Dispose();
        using var entered = await second;
        var third = turns.EnterAsync("txn_1", Token);

        Assert.True(waited);
        Assert.False(third.IsCompleted);
        entered.Dispose();
        (await third).Dispose();
    }

    [Fact]
    public async Task Who_gives_up_waiting_leaves_the_key_to_the_others()
    {
        var turns = new KeyedLock();
        using var source = new CancellationTokenSource();
        var first = await turns.EnterAsync("txn_1", Token);
        var second = turns.EnterAsync("txn_1", source.Token);

        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        first.Dispose();

        using var third = await turns.EnterAsync("txn_1", Token);
        Assert.NotNull(third);
    }
}
