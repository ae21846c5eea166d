namespace PaymentAbstractions.Journal.Tests;

public sealed class FaultTests
{
    private const int NoSpace = 28;

    [Fact]
    public async Task A_full_disk_fails_the_intent_with_its_reason_and_the_journal_goes_on_afterwards()
    {
        var disk = new RecordingDisk();
        await using var journal = await Journals.OpenAsync(disk);
        await journal.PayAsync(Some.Sale("before", "o1"));
        disk.Fault = FullOnWrite;

        var failed = await BeginAsync(journal, "full", "o2");
        disk.Fault = _ => null;

        Assert.Equal(JournalDecisionKind.NotRecorded, failed.Kind);
        Assert.Equal(JournalFailureKind.DiskFull, failed.Failure!.Kind);
        Assert.True(journal.Health.IsOpenForSends);
        Assert.Equal(JournalFailureKind.DiskFull, journal.Health.LastFailure!.Kind);
        Assert.True((await BeginAsync(journal, "full", "o2")).IsStarted);
        Assert.Equal(0, (await CountAsync(journal)).Open - 1);
    }

    [Fact]
    public async Task Half_a_batch_that_could_not_be_written_leaves_nothing()
    {
        var disk = new RecordingDisk();
        var journal = await Journals.OpenAsync(disk);
        await journal.PayAsync(Some.Sale("before", "o1"));
        disk.Fault = FullOnWrite;
        var failed = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => BeginAsync(journal, $"full{i}", $"p{i}")));
        disk.Fault = _ => null;

        Assert.All(failed, decision => Assert.Equal(JournalDecisionKind.NotRecorded, decision.Kind));
        await using var again = await Journals.OpenAsync(new RecordingDisk(disk.Now()));
        Assert.NotNull(await FindAsync(again, "before"));
        Assert.Equal(0, (await CountAsync(again)).Open);
        Assert.Equal(0, (await CountAsync(journal)).Open);
    }

    [Fact]
    public async Task An_outcome_that_cannot_be_recorded_is_told_and_the_intent_stays_open()
    {
        var disk = new RecordingDisk();
        await using var journal = await Journals.OpenAsync(disk);
        var intent = Some.Sale("key-1");
        await BeginAsync(journal, "key-1", "order-1");
        disk.Fault = FullOnWrite;

        var write = await CompleteAsync(journal, intent);
        disk.Fault = _ => null;

        Assert.Equal(JournalWriteStatus.NotRecorded, write.Status);
        Assert.Equal(JournalFailureKind.DiskFull, write.Failure!.Kind);
        Assert.Equal(JournalEntryState.Open, (await FindAsync(journal, "key-1"))!.State);
        Assert.Equal(JournalWriteStatus.Recorded, (await CompleteAsync(journal, intent)).Status);
    }

    [Fact]
    public async Task A_failed_sync_closes_the_journal_to_new_sends_until_it_is_reopened()
    {
        var disk = new RecordingDisk();
        await using var journal = await Journals.OpenAsync(disk);
        await journal.PayAsync(Some.Sale("before", "o1"));
        disk.Fault = FailingSync;
        var failed = await BeginAsync(journal, "failed", "o2");
        disk.Fault = _ => null;
        var closed = await BeginAsync(journal, "closed", "o3");

        Assert.Equal(JournalFailureKind.SyncFailed, failed.Failure!.Kind);
        Assert.Equal(JournalDecisionKind.NotRecorded, closed.Kind);
        Assert.False(journal.Health.IsOpenForSends);
        Assert.True((await FindAsync(journal, "before"))!.IsApproved);

        await journal.ReopenAsync(TestContext.Current.CancellationToken);

        Assert.True(journal.Health.IsOpenForSends);
        Assert.True((await FindAsync(journal, "before"))!.IsApproved);
        Assert.True((await BeginAsync(journal, "failed", "o2")).IsStarted);
    }

    [Fact]
    public async Task Whoever_was_answered_out_of_a_batch_that_failed_is_not()
    {
        var disk = new RecordingDisk();
        await using var journal = await Journals.OpenAsync(disk);
        using var isSyncing = new ManualResetEventSlim();
        using var goOn = new ManualResetEventSlim();
        var syncs = 0;
        disk.Fault = operation =>
        {
            if (operation is not { Kind: DiskOperationKind.SyncFile, Site: SyncSite.Commit })
            {
                return null;
            }

            if (++syncs > 1)
            {
                return new IOException("The medium failed.");
            }

            isSyncing.Set();
            goOn.Wait();
            return null;
        };

        var first = BeginAsync(journal, "first", "o1");
        isSyncing.Wait(TestContext.Current.CancellationToken);
        var starts = BeginAsync(journal, "second", "o2");
        var repeats = BeginAsync(journal, "second", "o2");
        var finds = FindAsync(journal, "second");
        goOn.Set();

        Assert.True((await first).IsStarted);
        Assert.Equal(JournalDecisionKind.NotRecorded, (await starts).Kind);
        Assert.Equal(JournalDecisionKind.NotRecorded, (await repeats).Kind);
        var thrown = await Assert.ThrowsAsync<JournalUnavailableException>(() => finds);
        Assert.Equal(JournalFailureKind.SyncFailed, thrown.Kind);
    }

    [Fact]
    public async Task Reopening_that_fails_leaves_the_journal_closed_and_can_be_tried_again()
    {
        var disk = new RecordingDisk();
        await using var journal = await Journals.OpenAsync(disk);
        await journal.PayAsync(Some.Sale("before", "o1"));
        disk.Fault = FailingSync;
        await BeginAsync(journal, "failed", "o2");

        await Assert.ThrowsAsync<IOException>(() => journal.ReopenAsync(TestContext.Current.CancellationToken));
        Assert.False(journal.Health.IsOpenForSends);
        Assert.True((await FindAsync(journal, "before"))!.IsApproved);

        disk.Fault = _ => null;
        await journal.ReopenAsync(TestContext.Current.CancellationToken);
        Assert.True((await BeginAsync(journal, "failed", "o2")).IsStarted);
    }

    [Fact]
    public async Task A_segment_that_cannot_be_ended_grows_on()
    {
        var disk = new RecordingDisk();
        await using var journal = await Journals.OpenAsync(disk);
        var isSealing = false;
        disk.Fault = operation =>
        {
            isSealing =
                operation.Kind == DiskOperationKind.Write
                && operation.Bytes.Length == Frame.HeaderSize + Frame.MarkPayload;
            return isSealing ? new IOException("No space left on device", NoSpace) : null;
        };

        for (var i = 0; i < 20; i++)
        {
            await journal.PayAsync(Some.Sale($"k{i}", $"o{i}"));
        }

        Assert.Single(disk.Files(Journals.Folder), name => SegmentName.TryParse(name, out _));
        Assert.True(journal.Health.IsOpenForSends);
        disk.Fault = _ => null;
        await journal.PayAsync(Some.Sale("last", "last"));
        await using var again = await Journals.OpenAsync(new RecordingDisk(disk.Now()));
        for (var i = 0; i < 20; i++)
        {
            Assert.True((await FindAsync(again, $"k{i}"))!.IsApproved);
        }
    }

    [Theory]
    [InlineData("Write")]
    [InlineData("SyncFile")]
    [InlineData("Rename")]
    [InlineData("SyncFolder")]
    [InlineData("Index")]
    public async Task A_compaction_that_fails_leaves_the_old_files_and_nothing_else(string step)
    {
        var disk = new RecordingDisk();
        await using var journal = await Journals.OpenAsync(disk);
        for (var i = 0; i < 20; i++)
        {
            await journal.PayAsync(Some.Sale($"k{i}", $"o{i}"));
        }

        var isCopying = false;
        disk.Fault = operation =>
        {
            isCopying |= operation.Path.EndsWith(SegmentName.TemporaryExtension, StringComparison.Ordinal);
            var isAt = step switch
            {
                "Index" => operation.Kind == DiskOperationKind.CreateFile
                    && operation.Path.EndsWith(SegmentName.IndexExtension, StringComparison.Ordinal),
                _ => operation.Kind.ToString() == step,
            };
            return isCopying && isAt ? new IOException("No space left on device", NoSpace) : null;
        };
        await Assert.ThrowsAsync<IOException>(() => journal.CompactAsync(TestContext.Current.CancellationToken));
        disk.Fault = _ => null;

        Assert.True(isCopying);
        Assert.True(journal.Health.IsOpenForSends);
        Assert.DoesNotContain(
            disk.Files(Journals.Folder),
            file =>
                file.EndsWith(SegmentName.TemporaryExtension, StringComparison.Ordinal)
                || (SegmentName.TryParse(file, out var name) && name.Width > 1)
        );
        await journal.PayAsync(Some.Sale("after", "after"));
        await using var again = await Journals.OpenAsync(new RecordingDisk(disk.Now()));
        Assert.True((await FindAsync(again, "k0"))!.IsApproved);
        await journal.CompactAsync(TestContext.Current.CancellationToken);
        Assert.True((await FindAsync(journal, "k19"))!.IsApproved);
        Assert.True((await FindAsync(journal, "after"))!.IsApproved);
    }

    [Fact]
    public async Task An_entry_that_is_larger_than_a_record_is_refused()
    {
        await using var journal = await Journals.OpenAsync(new RecordingDisk());
        var huge = Some.Sale("huge") with { CustomerId = new string('x', Frame.MostPayload) };

        var decision = await journal.BeginAsync(huge, TestContext.Current.CancellationToken);

        Assert.Equal(JournalFailureKind.TooLarge, decision.Failure!.Kind);
        Assert.Null(await FindAsync(journal, "huge"));
    }

    [Fact]
    public async Task A_disposed_journal_starts_nothing()
    {
        var journal = await Journals.OpenAsync(new RecordingDisk());
        await journal.DisposeAsync();
        await journal.DisposeAsync();

        var decision = await BeginAsync(journal, "late", "o1");

        Assert.Equal(JournalFailureKind.Closed, decision.Failure!.Kind);
        await Assert.ThrowsAsync<JournalUnavailableException>(() => FindAsync(journal, "late"));
    }

    private static IOException? FullOnWrite(DiskOperation operation) =>
        operation.Kind == DiskOperationKind.Write ? new IOException("No space left on device", NoSpace) : null;

    private static IOException? FailingSync(DiskOperation operation) =>
        operation.Kind == DiskOperationKind.SyncFile ? new IOException("The medium failed.") : null;

    private static Task<JournalDecision> BeginAsync(FilePaymentJournal journal, string key, string order) =>
        journal.BeginAsync(Some.Sale(key, order), TestContext.Current.CancellationToken);

    private static Task<JournalWrite> CompleteAsync(FilePaymentJournal journal, JournalIntent intent) =>
        journal.CompleteAsync(
            intent.JournalKey,
            1,
            Some.Approved(intent),
            cancellationToken: TestContext.Current.CancellationToken
        );

    private static Task<JournalEntry?> FindAsync(FilePaymentJournal journal, string key) =>
        journal.FindAsync(Some.Key(key), TestContext.Current.CancellationToken);

    private static Task<JournalCounts> CountAsync(FilePaymentJournal journal) =>
        journal.CountAsync(cancellationToken: TestContext.Current.CancellationToken);
}
