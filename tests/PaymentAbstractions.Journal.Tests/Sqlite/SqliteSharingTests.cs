using PaymentAbstractions.Journal.Sqlite;
using PaymentAbstractions.Testing;

namespace PaymentAbstractions.Journal.Tests;

/// <summary>Two journals on one file, as in two processes, and other connections that hold its lock.</summary>
public sealed class SqliteSharingTests : IDisposable
{
    private readonly SqliteFolder _folder = new();

    [Fact]
    public async Task Two_journals_on_one_file_see_each_others_payments()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var first = await _folder.OpenAsync();
        await using var second = await _folder.OpenAsync();
        var sale = Some.Sale("a");

        await first.BeginAsync(sale, cancellationToken);
        var repeated = await second.BeginAsync(sale, cancellationToken);
        var completed = await second.CompleteAsync(
            sale.JournalKey,
            1,
            Some.Approved(sale),
            cancellationToken: cancellationToken
        );

        Assert.Equal(JournalDecisionKind.InProgress, repeated.Kind);
        Assert.Equal(completed.Entry, await first.FindAsync(sale.JournalKey, cancellationToken));
        Assert.Equal(PaymentOutcome.Approved, (await first.RepeatAsync(sale)).Outcome);
    }

    [Fact]
    public async Task Only_one_of_two_concurrent_payments_of_an_order_starts()
    {
        await using var first = await _folder.OpenAsync();
        await using var second = await _folder.OpenAsync();

        var orders = Enumerable.Range(0, 50).Select(i => $"order-{i}").ToList();
        var decisions = await Task.WhenAll(
            orders.Select(async order =>
                await Task.WhenAll(
                    Task.Run(() => first.BeginAsync(Some.Sale("first-" + order, order))),
                    Task.Run(() => second.BeginAsync(Some.Sale("second-" + order, order)))
                )
            )
        );

        Assert.All(decisions, two => Assert.Single(two, one => one.IsStarted));
        Assert.All(decisions, two => Assert.Single(two, one => one.Kind == JournalDecisionKind.OrderInProgress));
    }

    [Fact]
    public async Task A_lock_that_is_held_too_long_is_reported_and_nothing_is_lost()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var journal = await _folder.OpenAsync();
        var (before, next) = (Some.Sale("a", "order-a"), Some.Sale("b", "order-b"));
        await journal.BeginAsync(before, cancellationToken);
        using var other = _folder.Connect();

        other.Run("BEGIN IMMEDIATE");
        var beginning = journal.BeginAsync(next, cancellationToken);
        var completing = journal.CompleteAsync(
            before.JournalKey,
            1,
            Some.Approved(before),
            cancellationToken: cancellationToken
        );
        var (begun, completed) = (await beginning, await completing);

        Assert.Equal(JournalFailureKind.Locked, begun.Failure?.Kind);
        Assert.Equal(JournalFailureKind.Locked, completed.Failure?.Kind);
        Assert.False(journal.Health.IsOpenForSends);
        Assert.True((await journal.FindAsync(before.JournalKey, cancellationToken))!.IsInDoubt);

        other.Run("ROLLBACK");
        await journal.PayAsync(next);
        completed = await journal.CompleteAsync(
            before.JournalKey,
            1,
            Some.Approved(before),
            cancellationToken: cancellationToken
        );
        Assert.Equal(JournalWriteStatus.Recorded, completed.Status);
        Assert.True(journal.Health.IsOpenForSends);
    }

    [Fact]
    public async Task A_journal_that_can_write_again_is_noticed_even_without_payments()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var journal = await _folder.OpenAsync();
        using (var other = _folder.Connect())
        {
            other.Run("BEGIN IMMEDIATE");
            await journal.BeginAsync(Some.Sale("a", "order-a"), cancellationToken);
            Assert.False(journal.Health.IsOpenForSends);
            other.Run("ROLLBACK");
        }

        while (!journal.Health.IsOpenForSends)
        {
            await Task.Delay(50, cancellationToken);
        }
    }

    // Each step of opening meets changes that another process has just made to the file.
    [Fact]
    public async Task A_new_file_may_be_opened_by_many_at_once()
    {
        var sales = Enumerable.Range(0, 8).Select(i => Some.Sale($"key-{i}", $"order-{i}")).ToList();
        for (var file = 0; file < 25; file++)
        {
            var options = new SqliteJournalOptions { Path = _folder.PathOf($"{file}.db") };
            await Task.WhenAll(
                sales.Select(async sale =>
                {
                    await using var journal = await SqlitePaymentJournal.OpenAsync(
                        options,
                        new ManualTimeProvider(Some.Now),
                        TestContext.Current.CancellationToken
                    );
                    await journal.PayAsync(sale);
                })
            );
        }
    }

    public void Dispose() => _folder.Dispose();
}
