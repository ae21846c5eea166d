namespace PaymentAbstractions.Journal.Tests;

public sealed class ListingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Unresolved_payments_are_listed_oldest_first_with_their_conditions()
    {
        var memory = new Memory();
        for (var i = 0; i < 40; i++)
        {
            var sale = Some.Sale($"k{i}", $"o{i}") with
            {
                StartedAt = Some.Now.AddSeconds(-i),
                SendBy = Some.Now.AddSeconds(i),
            };
            await memory.BeginAsync(sale);
            if (i % 4 != 0)
            {
                var outcome = (i % 4) switch
                {
                    1 => Some.Unknown(sale),
                    2 => Some.Pending(sale),
                    _ => Some.Approved(sale),
                };
                await memory.CompleteAsync(sale, outcome);
            }
        }

        var all = await ReadAsync(memory, new JournalQuery());
        var limited = await ReadAsync(memory, new JournalQuery { Limit = 7 });
        var open = await ReadAsync(memory, new JournalQuery { State = JournalEntryState.Open });
        var overdue = await ReadAsync(memory, new JournalQuery { SendByBefore = Some.Now.AddSeconds(8) });
        var sandbox = await ReadAsync(memory, new JournalQuery { Environment = GatewayEnvironment.Sandbox });
        var counts = await memory.Journal.CountAsync(cancellationToken: Token);

        Assert.Equal(30, all.Count);
        Assert.Equal(all.OrderBy(entry => entry.Intent.StartedAt), all);
        Assert.Equal(all.Take(7), limited);
        Assert.Equal(10, open.Count);
        Assert.All(open, entry => Assert.Equal(JournalEntryState.Open, entry.State));
        Assert.Equal(["k6", "k5", "k4", "k2", "k1", "k0"], overdue.Select(entry => entry.Intent.IdempotencyKey.Value));
        Assert.Empty(sandbox);
        Assert.Equal((10, 10, 10, 0), (counts.Open, counts.Pending, counts.Unknown, counts.Unpublished));
        Assert.Equal(0, (await memory.Journal.CountAsync(GatewayEnvironment.Sandbox, Token)).Open);
    }

    [Fact]
    public async Task A_resolved_payment_is_unpublished_until_it_is_marked()
    {
        var memory = new Memory();
        foreach (var key in new[] { "a", "b" })
        {
            var sale = Some.Sale(key, key);
            await memory.Journal.PayAsync(sale, Some.Unknown(sale));
            await memory.Journal.ResolveAsync(Some.Resolution(sale, Some.Approved(sale)), Token);
        }

        var waiting = await memory.Journal.GetUnpublishedAsync(1, Token).ToListAsync();
        await memory.Journal.MarkPublishedAsync(waiting[0].Key, waiting[0].Revision, Token);

        Assert.Equal("a", Assert.Single(waiting).Intent.IdempotencyKey.Value);
        Assert.Equal(["b"], await memory.Journal.UnpublishedAsync());
        Assert.Equal(1, (await memory.Journal.CountAsync(cancellationToken: Token)).Unpublished);
    }

    [Fact]
    public async Task An_order_and_a_transaction_find_their_entries()
    {
        var memory = new Memory();
        var authorize = Some.Authorize("a");
        await memory.Journal.PayAsync(authorize, Some.Approved(authorize, "auth"));
        var capture = Some.Capture("c", Some.Transaction("auth"));
        await memory.Journal.PayAsync(capture, Some.Approved(capture, "auth"));
        await memory.SellAsync("other");

        var ofOrder = await memory.Journal.FindByOrderAsync(Some.Environment, new("order-1"), Token).ToListAsync();
        var elsewhere = await memory
            .Journal.FindByOrderAsync(GatewayEnvironment.Sandbox, new("order-1"), Token)
            .ToListAsync();
        var ofTransaction = await memory
            .Journal.FindByTransactionAsync(Some.Renamed(Some.Transaction("auth")), Token)
            .ToListAsync();

        Assert.Equal(["a"], ofOrder.Select(entry => entry.Intent.IdempotencyKey.Value));
        Assert.Empty(elsewhere);
        Assert.Equal(
            ["a", "c"],
            ofTransaction.Select(entry => entry.Intent.IdempotencyKey.Value).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task A_token_that_is_canceled_writes_nothing()
    {
        var memory = new Memory();
        using var caller = new CancellationTokenSource();
        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            memory.Journal.BeginAsync(Some.Sale("a"), caller.Token)
        );

        Assert.False(await memory.KnowsAsync("a"));
    }

    private static Task<List<JournalEntry>> ReadAsync(Memory memory, JournalQuery query) =>
        memory.Journal.GetUnresolvedAsync(query).ToListAsync();
}
