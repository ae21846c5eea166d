namespace PaymentAbstractions.Journal.Tests;

public abstract class ConcurrencyTests(JournalKind kind) : JournalSuite(kind)
{
    [Fact]
    public async Task Of_a_hundred_callers_with_one_key_exactly_one_starts()
    {
        var journal = await OpenAsync();

        var decisions = await Task.WhenAll(
            Enumerable.Range(0, 100).Select(_ => Task.Run(() => journal.BeginAsync(Some.Sale("key-1"))))
        );

        Assert.Single(decisions, decision => decision.IsStarted);
        Assert.Equal(99, decisions.Count(decision => decision.Kind == JournalDecisionKind.InProgress));
    }

    [Fact]
    public async Task Of_a_hundred_keys_for_one_order_exactly_one_starts()
    {
        var journal = await OpenAsync();

        var decisions = await Task.WhenAll(
            Enumerable.Range(0, 100).Select(i => Task.Run(() => journal.BeginAsync(Some.Sale($"key-{i}"))))
        );

        Assert.Single(decisions, decision => decision.IsStarted);
        Assert.Equal(99, decisions.Count(decision => decision.Kind == JournalDecisionKind.OrderInProgress));
    }

    [Fact]
    public async Task Of_a_hundred_that_start_an_unsent_key_again_exactly_one_does()
    {
        var journal = await OpenAsync();
        var intent = Some.Sale("key-1");
        await journal.PayAsync(intent, Some.NotSent(intent));

        var decisions = await Task.WhenAll(
            Enumerable.Range(0, 100).Select(_ => Task.Run(() => journal.BeginAsync(intent)))
        );

        Assert.Equal(2, Assert.Single(decisions, decision => decision.IsStarted).Attempt);
    }

    [Fact]
    public async Task Of_a_hundred_refunds_at_once_only_as_many_start_as_were_captured()
    {
        var journal = await SoldAsync();

        var decisions = await Task.WhenAll(
            Enumerable.Range(0, 100).Select(i => journal.BeginAsync(Some.Refund($"r{i}", Some.Transaction("sale"), 3m)))
        );

        Assert.Equal(3, decisions.Count(decision => decision.IsStarted));
        var amounts = await journal.GetAmountsAsync(Some.Transaction("sale"), TestContext.Current.CancellationToken);
        Assert.Equal(Money.Usd(9m), amounts.RefundInDoubt);
        Assert.Equal(Money.Usd(10m), amounts.Captured);
    }

    [Fact]
    public async Task Of_a_capture_and_a_void_at_once_one_starts()
    {
        for (var round = 0; round < 20; round++)
        {
            var journal = await AuthorizedAsync();

            var decisions = await Task.WhenAll(
                Task.Run(() => journal.BeginAsync(Some.Capture("c", Some.Transaction("auth")))),
                Task.Run(() => journal.BeginAsync(Some.Void("v", Some.Transaction("auth"))))
            );

            Assert.Single(decisions, decision => decision.IsStarted);
        }
    }

    public sealed class InMemory() : ConcurrencyTests(JournalKind.InMemory);

    public sealed class InSqlite() : ConcurrencyTests(JournalKind.Sqlite);

    public sealed class InPostgreSql() : ConcurrencyTests(JournalKind.PostgreSql);
}
