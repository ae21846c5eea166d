namespace PaymentAbstractions.Journal.Tests;

public sealed class FileFormatTests
{
    private const string First = "0000000001-0000000001-000000.journal";

    [Fact]
    public async Task A_torn_tail_is_dropped_wherever_it_is_cut()
    {
        var disk = new RecordingDisk();
        var journal = await Journals.OpenAsync(disk);
        await journal.PayAsync(Some.Sale("kept", "order-a"));
        var before = Length(disk, First);
        await journal.BeginAsync(Some.Sale("torn", "order-b"), TestContext.Current.CancellationToken);
        var after = Length(disk, First);

        for (var length = before; length < after; length++)
        {
            var image = disk.Now();
            Change(image, First, content => content[..length]);
            await using var again = await Journals.OpenAsync(new RecordingDisk(image));

            Assert.NotNull(await FindAsync(again, "kept"));
            Assert.Null(await FindAsync(again, "torn"));
        }
    }

    [Fact]
    public async Task Any_changed_byte_of_the_last_batch_drops_it_whole_and_nothing_else()
    {
        var disk = new RecordingDisk();
        var journal = await Journals.OpenAsync(disk);
        await journal.PayAsync(Some.Sale("kept", "order-a"));
        var before = Length(disk, First);
        await journal.BeginAsync(Some.Sale("torn", "order-b"), TestContext.Current.CancellationToken);
        var after = Length(disk, First);

        for (var at = before; at < after; at++)
        {
            var image = Damaged(disk, First, at);
            await using var again = await Journals.OpenAsync(new RecordingDisk(image));

            Assert.NotNull(await FindAsync(again, "kept"));
            Assert.Null(await FindAsync(again, "torn"));
        }
    }

    [Fact]
    public async Task Damage_before_the_last_batch_refuses_to_start_and_names_file_and_offset()
    {
        var disk = new RecordingDisk();
        var journal = await Journals.OpenAsync(disk);
        await journal.PayAsync(Some.Sale("first", "order-a"));
        var before = Length(disk, First);
        await journal.PayAsync(Some.Sale("second", "order-b"));

        for (var at = 0; at < before; at += 7)
        {
            var image = Damaged(disk, First, at);

            var thrown = await Assert.ThrowsAsync<JournalDamagedException>(() =>
                Journals.OpenAsync(new RecordingDisk(image))
            );

            Assert.Equal(Path.Combine(Journals.Folder, First), thrown.File);
            Assert.InRange(thrown.Offset, 0, at);
            Assert.Contains(First, thrown.Message, StringComparison.Ordinal);
            Assert.Contains("offset " + thrown.Offset, thrown.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Damage_in_a_sealed_segment_refuses_to_start()
    {
        var disk = await WithSegmentsAsync();
        var length = Length(disk, First);

        for (var at = 0; at < length; at += 97)
        {
            var image = Damaged(disk, First, at);

            var thrown = await Assert.ThrowsAsync<JournalDamagedException>(() =>
                Journals.OpenAsync(new RecordingDisk(image))
            );

            Assert.EndsWith(First, thrown.File, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Without_the_check_at_start_damage_is_noticed_when_it_is_read()
    {
        var disk = await WithSegmentsAsync();
        var image = Damaged(disk, First, SegmentHeader.Size + 100);
        await using var journal = await Journals.OpenAsync(
            new RecordingDisk(image),
            options => options.VerifyAtStart = false
        );

        // The first payment's first record was superseded; find the one that is damaged.
        var damaged = new List<string>();
        for (var i = 0; i < 30; i++)
        {
            var begun = await journal.BeginAsync(Some.Sale($"k{i}", $"o{i}"), TestContext.Current.CancellationToken);
            if (begun.Kind == JournalDecisionKind.NotRecorded)
            {
                Assert.Equal(JournalFailureKind.Damaged, begun.Failure!.Kind);
                damaged.Add($"k{i}");
                await Assert.ThrowsAsync<JournalDamagedException>(() => FindAsync(journal, $"k{i}"));
            }
        }

        Assert.True(damaged.Count <= 1);
    }

    [Fact]
    public async Task A_missing_segment_refuses_to_start()
    {
        var disk = await WithSegmentsAsync();
        foreach (var missing in new[] { 1, 2 })
        {
            var image = disk.Now();
            image.Names.Remove(Path.Combine(Journals.Folder, new SegmentName(missing, missing, 0).File));

            var thrown = await Assert.ThrowsAsync<JournalDamagedException>(() =>
                Journals.OpenAsync(new RecordingDisk(image))
            );

            Assert.Contains($"{missing}, is missing", thrown.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_later_version_refuses_to_start_and_says_which()
    {
        var disk = await WithSegmentsAsync();
        foreach (var file in Segments(disk))
        {
            var image = disk.Now();
            Change(
                image,
                file,
                content =>
                {
                    content[8] = 2;
                    BitConverter.GetBytes(Checksum32.Of(content.AsSpan(0, 60))).CopyTo(content, 60);
                    return content;
                }
            );

            var thrown = await Assert.ThrowsAsync<JournalDamagedException>(() =>
                Journals.OpenAsync(new RecordingDisk(image))
            );

            Assert.Contains("version 2", thrown.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_segment_under_another_name_refuses_to_start()
    {
        var disk = await WithSegmentsAsync();
        var image = disk.Now();
        var second = Path.Combine(Journals.Folder, new SegmentName(2, 2, 0).File);
        image.Names[second] = image.Names[Path.Combine(Journals.Folder, First)];

        await Assert.ThrowsAsync<JournalDamagedException>(() => Journals.OpenAsync(new RecordingDisk(image)));
    }

    [Fact]
    public async Task An_index_that_is_missing_damaged_or_stale_is_made_again()
    {
        var disk = await WithSegmentsAsync();
        var index = new SegmentName(1, 1, 0).Index;
        var length = Length(disk, index);
        var images = new List<DiskImage>();
        for (var at = 0; at < length; at += 61)
        {
            images.Add(Damaged(disk, index, at));
        }

        var without = disk.Now();
        without.Names.Remove(Path.Combine(Journals.Folder, index));
        images.Add(without);
        var cut = disk.Now();
        Change(cut, index, content => content[..^1]);
        images.Add(cut);
        var stale = disk.Now();
        Change(
            stale,
            index,
            _ => [.. stale.Contents[stale.Names[Path.Combine(Journals.Folder, new SegmentName(2, 2, 0).Index)]]]
        );
        images.Add(stale);

        foreach (var image in images)
        {
            await using var journal = await Journals.OpenAsync(new RecordingDisk(image));
            for (var i = 0; i < 30; i++)
            {
                Assert.True((await FindAsync(journal, $"k{i}"))!.IsApproved);
            }
        }
    }

    [Fact]
    public async Task What_is_not_ours_is_left_alone_and_our_leftovers_go()
    {
        var disk = await WithSegmentsAsync();
        var image = disk.Now();
        foreach (var name in new[] { "notes.txt", "0000000001-0000000002-000001.journal.tmp", "stray.index" })
        {
            image.Names[Path.Combine(Journals.Folder, name)] = image.NextNode;
            image.Contents[image.NextNode++] = [1, 2, 3];
        }

        var again = new RecordingDisk(image);
        await using var journal = await Journals.OpenAsync(again);

        Assert.Contains("notes.txt", again.Files(Journals.Folder));
        Assert.DoesNotContain(again.Files(Journals.Folder), name => name.EndsWith(".tmp", StringComparison.Ordinal));
        Assert.DoesNotContain("stray.index", again.Files(Journals.Folder));
    }

    /// <summary>A closed journal with several segments and thirty payments, k0 to k29.</summary>
    private static async Task<RecordingDisk> WithSegmentsAsync()
    {
        var disk = new RecordingDisk();
        await using var journal = await Journals.OpenAsync(disk);
        for (var i = 0; i < 30; i++)
        {
            await journal.PayAsync(Some.Sale($"k{i}", $"o{i}"));
        }

        Assert.True(Segments(disk).Count > 3);
        return disk;
    }

    private static List<string> Segments(RecordingDisk disk) =>
        [.. disk.Files(Journals.Folder).Where(name => SegmentName.TryParse(name, out _))];

    private static int Length(RecordingDisk disk, string file)
    {
        var now = disk.Now();
        return now.Contents[now.Names[Path.Combine(Journals.Folder, file)]].Length;
    }

    private static DiskImage Damaged(RecordingDisk disk, string file, int at)
    {
        var image = disk.Now();
        Change(
            image,
            file,
            content =>
            {
                content[at] ^= 0x5A;
                return content;
            }
        );
        return image;
    }

    private static void Change(DiskImage image, string file, Func<byte[], byte[]> change)
    {
        var node = image.Names[Path.Combine(Journals.Folder, file)];
        image.Contents[node] = change([.. image.Contents[node]]);
    }

    private static Task<JournalEntry?> FindAsync(FilePaymentJournal journal, string key) =>
        journal.FindAsync(Some.Key(key), TestContext.Current.CancellationToken);
}
