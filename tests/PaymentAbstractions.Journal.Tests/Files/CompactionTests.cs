using PaymentAbstractions.Testing;

namespace PaymentAbstractions.Journal.Tests;

public sealed class CompactionTests
{
    private static readonly DateTimeOffset Later = Some.Now.AddDays(600);

    [Fact]
    public async Task Nothing_that_counts_is_lost_and_what_was_superseded_goes()
    {
        var disk = new RecordingDisk();
        await using var journal = await Journals.OpenAsync(disk);
        var entries = await FillAsync(journal);
        var before = Size(disk);

        await journal.CompactAsync(TestContext.Current.CancellationToken);

        Assert.True(Size(disk) < before * 3 / 4, $"{before} bytes became {Size(disk)}.");
        Assert.Equal(2, disk.Files(Journals.Folder).Count(name => SegmentName.TryParse(name, out _)));
        await SameAsync(entries, journal);
        await using var again = await Journals.OpenAsync(new RecordingDisk(disk.Now()));
        await SameAsync(entries, again);
    }

    [Fact]
    public async Task Payments_go_on_and_the_journal_can_be_compacted_again()
    {
        var disk = new RecordingDisk();
        await using var journal = await Journals.OpenAsync(disk);
        var entries = await FillAsync(journal);
        for (var round = 0; round < 3; round++)
        {
            var paying = journal.PayAsync(Some.Sale($"more{round}", $"more{round}"));
            await journal.CompactAsync(TestContext.Current.CancellationToken);
            entries.Add(await paying);
        }

        await SameAsync(entries, journal);
    }

    [Fact]
    public async Task Segments_are_merged_in_the_background_so_that_there_are_few()
    {
        var disk = new RecordingDisk();
        var entries = new List<JournalEntry>();
        await using (
            var journal = await Journals.OpenAsync(
                disk,
                options =>
                {
                    options.CompactInBackground = true;
                    options.CompactAfterSegments = 2;
                }
            )
        )
        {
            for (var i = 0; i < 150; i++)
            {
                entries.Add(await journal.PayAsync(Some.Sale($"k{i}", $"o{i}")));
            }

            await SameAsync(entries, journal);
        }

        await using var again = await Journals.OpenAsync(new RecordingDisk(disk.Now()));
        await SameAsync(entries, again);
        Assert.Contains(disk.Operations, operation => operation.Site == SyncSite.CompactionName);
    }

    [Fact]
    public async Task A_replaced_segment_that_comes_back_is_deleted_again()
    {
        var disk = new RecordingDisk();
        await using var journal = await Journals.OpenAsync(disk);
        var entries = await FillAsync(journal);
        var before = disk.Now();
        await journal.CompactAsync(TestContext.Current.CancellationToken);
        var image = disk.Now();
        foreach (var (name, node) in before.Names)
        {
            // As if the deletions had not reached the disk. The contents are still there.
            image.Names.TryAdd(name, node);
        }

        var again = new RecordingDisk(image);
        await using var reopened = await Journals.OpenAsync(again);

        await SameAsync(entries, reopened);
        Assert.Equal(3, again.Files(Journals.Folder).Count(name => SegmentName.TryParse(name, out _)));
    }

    [Fact]
    public async Task Old_entries_become_tombstones_that_still_answer_and_count()
    {
        var clock = new ManualTimeProvider(Some.Now);
        await using var journal = await Journals.OpenAsync(new RecordingDisk(), time: clock);
        var sale = Some.Sale("old");
        var outcome = JournalOutcome.Of(
            Some.Approved(sale, "sale").Result with
            {
                Provider = new ProviderDetails { Message = "details" },
            }
        );
        await journal.PayAsync(sale, outcome);
        await journal.BeginAsync(Some.Sale("open", "other"), TestContext.Current.CancellationToken);
        clock.Advance(Later - clock.GetUtcNow());

        await journal.CompactAsync(TestContext.Current.CancellationToken);

        var entry = await FindAsync(journal, "old");
        Assert.True(entry!.IsTombstone);
        Assert.Null(entry.Outcome!.Result.Provider.Message);
        Assert.Equal(outcome.Result with { Provider = ProviderDetails.None }, entry.Outcome.Result);
        Assert.False((await FindAsync(journal, "open"))!.IsTombstone);
        var repeat = await journal.BeginAsync(sale, TestContext.Current.CancellationToken);
        Assert.Equal(JournalDecisionKind.Answered, repeat.Kind);
        var refund = Some.Refund("r", Some.Transaction("sale"), 11m);
        Assert.Equal(
            JournalDecisionKind.ExceedsOriginal,
            (await journal.BeginAsync(refund, TestContext.Current.CancellationToken)).Kind
        );
    }

    [Fact]
    public async Task A_person_s_decision_stays_on_record_in_a_tombstone()
    {
        var clock = new ManualTimeProvider(Some.Now);
        await using var journal = await Journals.OpenAsync(new RecordingDisk(), time: clock);
        var sale = Some.Sale("old");
        await journal.PayAsync(sale, Some.Unknown(sale));
        var resolution = Some.Resolution(sale, Some.Declined(sale), source: JournalResolutionSource.Person);
        var resolved = await journal.ResolveAsync(resolution, TestContext.Current.CancellationToken);
        await journal.MarkPublishedAsync(
            sale.JournalKey,
            resolved.Entry!.Revision,
            TestContext.Current.CancellationToken
        );
        clock.Advance(Later - clock.GetUtcNow());

        await journal.CompactAsync(TestContext.Current.CancellationToken);

        var entry = await FindAsync(journal, "old");
        Assert.True(entry!.IsTombstone);
        Assert.Equal("recovery", Assert.Single(entry.Revisions).Who);
    }

    [Fact]
    public async Task Keys_are_kept_for_ever_unless_an_option_says_how_long()
    {
        foreach (var (kept, isThere) in new[] { (default(TimeSpan?), true), (TimeSpan.FromDays(30), false) })
        {
            var clock = new ManualTimeProvider(Some.Now);
            await using var journal = await Journals.OpenAsync(
                new RecordingDisk(),
                options => options.KeepKeysFor = kept,
                clock
            );
            var declined = Some.Sale("declined", "o1");
            await journal.PayAsync(declined, Some.Declined(declined));
            var unknown = Some.Sale("unknown", "o2");
            await journal.PayAsync(unknown, Some.Unknown(unknown));
            var sale = Some.Sale("sale", "o3");
            await journal.PayAsync(sale, Some.Approved(sale, "sale"));

            clock.Advance(TimeSpan.FromDays(31));
            await journal.CompactAsync(TestContext.Current.CancellationToken);

            Assert.Equal(isThere, await FindAsync(journal, "declined") is not null);
            Assert.NotNull(await FindAsync(journal, "unknown"));
            Assert.NotNull(await FindAsync(journal, "sale"));

            clock.Advance(Later - clock.GetUtcNow());
            await journal.CompactAsync(TestContext.Current.CancellationToken);

            Assert.Equal(isThere, await FindAsync(journal, "sale") is not null);
            Assert.NotNull(await FindAsync(journal, "unknown"));
        }
    }

    private static async Task<List<JournalEntry>> FillAsync(FilePaymentJournal journal)
    {
        var entries = new List<JournalEntry>();
        for (var i = 0; i < 40; i++)
        {
            var sale = Some.Sale($"k{i}", $"o{i}");
            entries.Add(
                await journal.PayAsync(
                    sale,
                    (i % 4) switch
                    {
                        0 => Some.Declined(sale),
                        1 => Some.Unknown(sale),
                        _ => Some.Approved(sale, $"sale{i}"),
                    }
                )
            );
        }

        return entries;
    }

    private static async Task SameAsync(List<JournalEntry> expected, FilePaymentJournal journal)
    {
        foreach (var entry in expected)
        {
            Assert.Equal(entry, await FindAsync(journal, entry.Intent.IdempotencyKey.Value));
            var ofOrder = await journal.FindByOrderAsync(Some.Environment, entry.Intent.OrderReference).ToListAsync();
            Assert.Equal(entry, Assert.Single(ofOrder));
            if (entry.Outcome?.Transaction is { } transaction)
            {
                Assert.Equal(entry, Assert.Single(await journal.FindByTransactionAsync(transaction).ToListAsync()));
            }
        }

        var unresolved = await journal.GetUnresolvedAsync(new JournalQuery()).ToListAsync();
        Assert.Equal(
            expected
                .Where(entry => entry.IsInDoubt)
                .Select(entry => entry.Intent.IdempotencyKey.Value)
                .Order(StringComparer.Ordinal),
            unresolved.Select(entry => entry.Intent.IdempotencyKey.Value).Order(StringComparer.Ordinal)
        );
    }

    private static int Size(RecordingDisk disk)
    {
        var now = disk.Now();
        return now
            .Names.Where(pair => pair.Key.EndsWith(SegmentName.Extension, StringComparison.Ordinal))
            .Sum(pair => now.Contents[pair.Value].Length);
    }

    private static Task<JournalEntry?> FindAsync(FilePaymentJournal journal, string key) =>
        journal.FindAsync(Some.Key(key), TestContext.Current.CancellationToken);
}
