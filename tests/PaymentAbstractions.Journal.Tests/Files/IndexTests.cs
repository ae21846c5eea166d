namespace PaymentAbstractions.Journal.Tests;

public sealed class IndexTests
{
    private static readonly SegmentName Segment = new(1, 1, 0);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(IndexLayout.RowsPerBlock)]
    [InlineData(IndexLayout.RowsPerBlock + 1)]
    [InlineData(5000)]
    // More than fits into memory at once, so that it is sorted on disk.
    [InlineData(IndexBuilder.MostRows + 20_000)]
    public void An_index_finds_what_was_put_in_and_nothing_else(int count)
    {
        var disk = new RecordingDisk();
        disk.CreateFolder("/j");
        var rows = Rows(count).ToList();
        using (var builder = new IndexBuilder(disk, "/j", Segment))
        {
            rows.ForEach(builder.Add);
            builder.Write(segmentLength: 1, sealChecksum: 2);
        }

        Assert.Equal([Segment.Index], disk.Files("/j"));
        using var index = IndexFile.TryOpen(disk, "/j", Segment, 1, 2)!;
        var places = rows.Where(row => row.Kind == IndexKind.Key).GroupBy(row => row.Hash).ToList();
        foreach (var place in places.Where((_, number) => number % 97 == 0))
        {
            Assert.Equal((long)place.Max(row => row.Value), index.Place(place.Key));
        }

        foreach (var others in rows.Where(row => row.Kind != IndexKind.Key).GroupBy(row => row.Hash).Take(500))
        {
            var found = new List<UInt128>();
            index.Find(others.Key, found);
            Assert.Equal(others.Select(row => row.Value).Distinct().Order(), found.Order());
        }

        for (var i = 0; i < 500; i++)
        {
            Assert.Null(index.Place(IndexHash.Of(Some.Key($"missing-{i}"))));
        }
    }

    [Fact]
    public void Many_keys_of_one_order_are_found_over_several_blocks()
    {
        var disk = new RecordingDisk();
        disk.CreateFolder("/j");
        var order = IndexHash.Of(Some.Environment, new OrderReference("hot"));
        using (var builder = new IndexBuilder(disk, "/j", Segment))
        {
            Rows(300).ToList().ForEach(builder.Add);
            for (var i = 0; i < 1000; i++)
            {
                builder.Add(new IndexRow(order, IndexHash.Of(Some.Key($"k{i}"))));
            }

            builder.Write(1, 2);
        }

        using var index = IndexFile.TryOpen(disk, "/j", Segment, 1, 2)!;
        var found = new List<UInt128>();
        index.Find(order, found);

        Assert.Equal(1000, found.Distinct().Count());
    }

    [Fact]
    public void Of_the_live_records_only_the_latest_of_a_key_counts()
    {
        var disk = new RecordingDisk();
        disk.CreateFolder("/j");
        var key = IndexHash.Of(Some.Key("k"));
        using (var builder = new IndexBuilder(disk, "/j", Segment))
        {
            builder.Add(new RecordPrefix { Key = key, IsLive = true }, 64);
            builder.Add(new RecordPrefix { Key = key, IsLive = false }, 500);
            builder.Add(new RecordPrefix { Key = IndexHash.Of(Some.Key("l")), IsLive = true }, 900);
            builder.Write(1, 2);
        }

        using var index = IndexFile.TryOpen(disk, "/j", Segment, 1, 2)!;

        Assert.Equal([900L], index.Live);
    }

    // Keys are written twice, as by an intent and its outcome.
    private static IEnumerable<IndexRow> Rows(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var key = IndexHash.Of(Some.Key($"key-{i / 3}"));
            yield return (i % 3) switch
            {
                0 => new IndexRow(key, (UInt128)(64 + i)),
                1 => new IndexRow(IndexHash.Of(Some.Environment, new OrderReference($"order-{i / 9}")), key),
                _ => new IndexRow(key, (UInt128)(64 + i)),
            };
        }
    }
}
