using PaymentAbstractions.Journal.Sqlite;

namespace PaymentAbstractions.Journal.Tests;

/// <summary>A disk fails for a time: writes that are not durable are not answered, and the journal recovers by itself.</summary>
public sealed class SqliteFaultTests : IDisposable
{
    private const int Full = 13;
    private const int SyncFailed = 10 | (4 << 8);

    private readonly RecordedFolder _folder = new();

    [Theory]
    [InlineData(VfsOperationKind.Write, Full, JournalFailureKind.DiskFull)]
    [InlineData(VfsOperationKind.Sync, SyncFailed, JournalFailureKind.SyncFailed)]
    internal async Task A_failing_disk_is_reported_and_nothing_is_lost(
        VfsOperationKind failing,
        int code,
        JournalFailureKind expected
    )
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var journal = await OpenAsync();
        var (before, inDoubt, next) = (Some.Sale("a", "order-a"), Some.Sale("b", "order-b"), Some.Sale("c", "order-c"));
        await journal.PayAsync(before);
        await journal.BeginAsync(inDoubt, cancellationToken);

        // The first write of a commit still succeeds.
        var writes = 0;
        _folder.Recording.Fault = operation => operation.Kind == failing && (code != Full || writes++ > 0) ? code : 0;
        var begun = await journal.BeginAsync(next, cancellationToken);
        var completed = await journal.CompleteAsync(
            inDoubt.JournalKey,
            1,
            Some.Approved(inDoubt),
            cancellationToken: cancellationToken
        );

        Assert.Equal(JournalDecisionKind.NotRecorded, begun.Kind);
        Assert.Equal(expected, begun.Failure!.Kind);
        Assert.Equal(JournalWriteStatus.NotRecorded, completed.Status);
        Assert.False(journal.Health.IsOpenForSends);

        _folder.Recording.Fault = _ => 0;
        await journal.PayAsync(next);
        await journal.CompleteAsync(
            inDoubt.JournalKey,
            1,
            Some.Approved(inDoubt),
            cancellationToken: cancellationToken
        );
        Assert.True(journal.Health.IsOpenForSends);
        Assert.Equal(expected, journal.Health.LastFailure!.Kind);
        await journal.DisposeAsync();
        await AssertApprovedAsync(before, inDoubt, next);
    }

    [Fact]
    public async Task Calls_together_on_a_failing_disk_are_each_answered_with_what_became_of_them()
    {
        await using var journal = await OpenAsync();
        var failures = 0;
        _folder.Recording.Fault = operation =>
            operation.Kind == VfsOperationKind.Sync && failures++ % 3 == 0 ? SyncFailed : 0;

        var intents = Enumerable.Range(0, 40).Select(i => Some.Sale($"key-{i}", $"order-{i}")).ToList();
        var decisions = await Task.WhenAll(intents.Select(intent => journal.BeginAsync(intent)));
        _folder.Recording.Fault = _ => 0;
        await journal.DisposeAsync();

        Assert.All(
            decisions,
            decision => Assert.True(decision.Kind is JournalDecisionKind.Started or JournalDecisionKind.NotRecorded)
        );
        await using var next = await OpenAsync();
        foreach (var (intent, decision) in intents.Zip(decisions).Where(one => one.Second.IsStarted))
        {
            Assert.Equal(
                decision.Entry,
                await next.FindAsync(intent.JournalKey, TestContext.Current.CancellationToken)
            );
        }
    }

    [Fact]
    public async Task A_log_that_cannot_be_written_back_delays_no_payment()
    {
        await using var journal = await OpenAsync(pagesPerCheckpoint: 10);
        _folder.Recording.Fault = operation => operation.IsLog ? 0 : SyncFailed;

        var intents = Enumerable.Range(0, 20).Select(i => Some.Sale($"key-{i}", $"order-{i}")).ToArray();
        foreach (var intent in intents)
        {
            await journal.PayAsync(intent);
        }

        _folder.Recording.Fault = _ => 0;
        await journal.DisposeAsync();
        await AssertApprovedAsync(intents);
    }

    [Fact]
    public async Task Opening_on_a_full_disk_says_so()
    {
        var writes = 0;
        _folder.Recording.Fault = operation => operation.IsLog && writes++ > 20 ? Full : 0;

        var exception = await Assert.ThrowsAsync<JournalUnavailableException>(() => OpenAsync());

        Assert.Equal(JournalFailureKind.DiskFull, exception.Kind);
    }

    public void Dispose() => _folder.Dispose();

    private Task<SqlitePaymentJournal> OpenAsync(int? pagesPerCheckpoint = null) =>
        SqliteFolder.OpenAsync(
            _folder.Path,
            new SqliteTuning { Vfs = _folder.Vfs, PagesPerCheckpoint = pagesPerCheckpoint }
        );

    private async Task AssertApprovedAsync(params JournalIntent[] intents)
    {
        await using var journal = await OpenAsync();
        foreach (var intent in intents)
        {
            var found = await journal.FindAsync(intent.JournalKey, TestContext.Current.CancellationToken);
            Assert.True(found?.IsApproved);
        }

        using var connection = SqliteFolder.Connect(_folder.Path);
        Assert.Equal("ok", connection.Run("PRAGMA integrity_check"));
    }
}
