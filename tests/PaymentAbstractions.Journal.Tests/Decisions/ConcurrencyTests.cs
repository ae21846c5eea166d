namespace PaymentAbstractions.Journal.Tests;

public sealed class ConcurrencyTests
{
    [Fact]
    public async Task Of_a_hundred_callers_with_one_key_exactly_one_starts()
    {
        await using var journal = await Journals.OpenAsync(new RecordingDisk());

        var decisions = await Task.WhenAll(
            Enumerable.Range(0, 100).Select(_ => Task.Run(() => journal.BeginAsync(Some.Sale("key-1"))))
        );

        Assert.Single(decisions, decision => decision.IsStarted);
        Assert.Equal(99, decisions.Count(decision => decision.Kind == JournalDecisionKind.InProgress));
    }

    [Fact]
    public async Task Of_a_hundred_keys_for_one_order_exactly_one_starts()
    {
        await using var journal = await Journals.OpenAsync(new RecordingDisk());

        var decisions = await Task.WhenAll(
            Enumerable.Range(0, 100).Select(i => Task.Run(() => journal.BeginAsync(Some.Sale($"key-{i}"))))
        );

        Assert.Single(decisions, decision => decision.IsStarted);
        Assert.Equal(99, decisions.Count(decision => decision.Kind == JournalDecisionKind.OrderInProgress));
    }

    [Fact]
    public async Task Of_a_hundred_that_start_an_unsent_key_again_exactly_one_does()
    {
        await using var journal = await Journals.OpenAsync(new RecordingDisk());
        var intent = Some.Sale("key-1");
        await journal.PayAsync(intent, Some.NotSent(intent));

        var decisions = await Task.WhenAll(
            Enumerable.Range(0, 100).Select(_ => Task.Run(() => journal.BeginAsync(intent)))
        );

        Assert.Equal(2, Assert.Single(decisions, decision => decision.IsStarted).Attempt);
    }

    [Fact]
    public async Task Callers_that_wait_share_one_sync()
    {
        var disk = new RecordingDisk();
        await using var journal = await Journals.OpenAsync(disk);
        using var isSyncing = new ManualResetEventSlim();
        using var goOn = new ManualResetEventSlim();
        var isFirst = true;
        disk.Fault = operation =>
        {
            if (operation is { Kind: DiskOperationKind.SyncFile, Site: SyncSite.Commit } && isFirst)
            {
                isFirst = false;
                isSyncing.Set();
                goOn.Wait();
            }

            return null;
        };

        var first = journal.BeginAsync(Some.Sale("first", "first"), TestContext.Current.CancellationToken);
        isSyncing.Wait(TestContext.Current.CancellationToken);
        var others = Enumerable.Range(0, 50).Select(i => journal.BeginAsync(Some.Sale($"k{i}", $"o{i}"))).ToList();
        goOn.Set();
        await first;
        await Task.WhenAll(others);

        Assert.Equal(
            2,
            disk.Operations.Count(operation =>
                operation.Site == SyncSite.Commit && operation.Kind == DiskOperationKind.SyncFile
            )
        );
    }

    [Fact]
    public async Task A_token_ends_the_waiting_of_a_call_that_has_not_begun_and_nothing_is_written()
    {
        var disk = new RecordingDisk();
        await using var journal = await Journals.OpenAsync(disk);
        using var isSyncing = new ManualResetEventSlim();
        using var goOn = new ManualResetEventSlim();
        disk.Fault = operation =>
        {
            if (operation is { Kind: DiskOperationKind.SyncFile, Site: SyncSite.Commit } && !isSyncing.IsSet)
            {
                isSyncing.Set();
                goOn.Wait();
            }

            return null;
        };
        using var caller = new CancellationTokenSource();

        var first = journal.BeginAsync(Some.Sale("first", "first"), TestContext.Current.CancellationToken);
        isSyncing.Wait(TestContext.Current.CancellationToken);
        var second = journal.BeginAsync(Some.Sale("second", "second"), caller.Token);
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        goOn.Set();
        await first;

        Assert.Null(await journal.FindAsync(Some.Key("second"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Of_a_hundred_refunds_at_once_only_as_many_start_as_were_captured()
    {
        await using var journal = await Journals.SoldAsync();

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
            await using var journal = await Journals.AuthorizedAsync();

            var decisions = await Task.WhenAll(
                Task.Run(() => journal.BeginAsync(Some.Capture("c", Some.Transaction("auth")))),
                Task.Run(() => journal.BeginAsync(Some.Void("v", Some.Transaction("auth"))))
            );

            Assert.Single(decisions, decision => decision.IsStarted);
        }
    }
}
