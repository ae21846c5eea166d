namespace PaymentAbstractions.Journal.Tests;

public sealed class MemoryConcurrencyTests
{
    [Fact]
    public async Task Of_a_hundred_callers_with_one_key_exactly_one_starts()
    {
        var memory = new Memory();

        var decisions = await AtOnceAsync(_ => memory.BeginAsync(Some.Sale("key-1")));

        Assert.Single(decisions, decision => decision.IsStarted);
        Assert.Equal(99, decisions.Count(decision => decision.Kind == JournalDecisionKind.InProgress));
    }

    [Fact]
    public async Task Of_a_hundred_keys_for_one_order_exactly_one_starts()
    {
        var memory = new Memory();

        var decisions = await AtOnceAsync(i => memory.BeginAsync(Some.Sale($"key-{i}")));

        Assert.Single(decisions, decision => decision.IsStarted);
        Assert.Equal(99, decisions.Count(decision => decision.Kind == JournalDecisionKind.OrderInProgress));
    }

    [Fact]
    public async Task Of_a_hundred_refunds_at_once_only_as_many_start_as_were_captured()
    {
        var memory = new Memory();
        await memory.SellAsync("s");

        var decisions = await AtOnceAsync(i => memory.BeginAsync(Some.Refund($"r{i}", Some.Transaction("txn-s"), 3m)));

        Assert.Equal(3, decisions.Count(decision => decision.IsStarted));
        Assert.Equal(Money.Usd(9m), (await memory.AmountsAsync("txn-s")).RefundInDoubt);
    }

    [Fact]
    public async Task Of_a_hundred_orders_only_as_many_start_as_there_is_room_for()
    {
        var memory = new Memory(options => options.MaxInDoubt = 30);

        var decisions = await AtOnceAsync(i => memory.OpenAsync($"k{i}"));

        Assert.Equal(30, decisions.Count(decision => decision.IsStarted));
        Assert.Equal(
            30,
            (await memory.Journal.CountAsync(cancellationToken: TestContext.Current.CancellationToken)).Open
        );
    }

    [Fact]
    public async Task Payments_lists_and_forgetting_do_not_disturb_each_other()
    {
        var memory = new Memory(options => options.MaxClosed = 10);

        await AtOnceAsync(async i =>
        {
            await memory.SellAsync($"k{i}");
            await memory.Journal.GetUnresolvedAsync(new JournalQuery()).ToListAsync();
            return await memory.BeginAsync(Some.Refund($"r{i}", Some.Transaction($"txn-k{i}")));
        });

        var counts = await memory.Journal.CountAsync(cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(100, counts.Open);
    }

    private static Task<JournalDecision[]> AtOnceAsync(Func<int, Task<JournalDecision>> begin) =>
        Task.WhenAll(Enumerable.Range(0, 100).Select(i => Task.Run(() => begin(i))));
}
