using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace PaymentAbstractions.Journal;

/// <summary>Sorts the rows of a segment into an index file; what does not fit into a bounded buffer is sorted on disk.</summary>
internal sealed class IndexBuilder(IJournalDisk disk, string folder, SegmentName segment) : IDisposable
{
    /// <summary>The most rows in memory: 4 MiB of them.</summary>
    public const int MostRows = 1 << 17;

    private readonly List<IndexRow> _rows = [];
    private readonly List<long> _live = [];
    private readonly List<IndexSpill> _spills = [];
    private long _count;

    private string FinalPath => Path.Combine(folder, segment.Index);

    public void Add(RecordPrefix prefix, long offset)
    {
        IndexRow.Of(prefix, offset, Add);
        if (prefix.IsLive)
        {
            _live.Add(offset);
        }
    }

    public void Add(IndexRow row)
    {
        if (_rows.Count == MostRows)
        {
            Spill();
        }

        _rows.Add(row);
        _count++;
    }

    public void AddLive(long offset) => _live.Add(offset);

    /// <summary>Writes the file. It is not synced: an index that is incomplete after a crash is made again.</summary>
    public void Write(long segmentLength, uint sealChecksum)
    {
        using var file = disk.Create(FinalPath);
        var writer = new SequentialWriter(file, IndexLayout.BlockSize);
        var filter = IndexFilter.ForRows(_count);
        var live = new List<long>();
        var rows = WriteBlocks(writer, filter, live);
        live.Sort();
        Span<byte> bytes = stackalloc byte[8];
        writer.Write(filter.Bits);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, Checksum32.Of(filter.Bits));
        writer.Write(bytes[..4]);
        var checksum = Checksum32.Start;
        foreach (var place in live)
        {
            BinaryPrimitives.WriteInt64LittleEndian(bytes, place);
            writer.Write(bytes);
            checksum = Checksum32.Add(checksum, (ulong)place);
        }

        BinaryPrimitives.WriteUInt32LittleEndian(bytes, Checksum32.End(checksum));
        writer.Write(bytes[..4]);
        writer.Flush();
        var layout = new IndexLayout(segment, segmentLength, sealChecksum, rows, filter.Bits.Length, live.Count);
        file.Write(0, layout.Write());
    }

    public void Dispose()
    {
        foreach (var spill in _spills)
        {
            spill.Dispose();
        }
    }

    private long WriteBlocks(SequentialWriter writer, IndexFilter filter, List<long> live)
    {
        // A live record counts only while it is the latest of its key.
        var candidates = _live.ToHashSet();
        var block = new byte[IndexLayout.BlockSize];
        var (rows, inBlock) = (0L, 0);
        foreach (var row in Distinct(Sorted()))
        {
            if (inBlock == IndexLayout.RowsPerBlock)
            {
                WriteBlock(writer, block, inBlock);
                inBlock = 0;
            }

            BinaryPrimitives.WriteUInt128LittleEndian(block.AsSpan(inBlock * IndexRow.Size), row.Hash);
            BinaryPrimitives.WriteUInt128LittleEndian(block.AsSpan((inBlock * IndexRow.Size) + 16), row.Value);
            inBlock++;
            rows++;
            if (row.Kind == IndexKind.Key && candidates.Contains((long)row.Value))
            {
                live.Add((long)row.Value);
            }

            if (IndexFilter.Covers(row.Kind))
            {
                filter.Add(row.Hash);
            }
        }

        if (inBlock > 0)
        {
            block.AsSpan(inBlock * IndexRow.Size).Clear();
            WriteBlock(writer, block, inBlock);
        }

        return rows;
    }

    private static void WriteBlock(SequentialWriter writer, byte[] block, int rows)
    {
        BinaryPrimitives.WriteInt32LittleEndian(block.AsSpan(IndexLayout.BlockSize - 8), rows);
        BinaryPrimitives.WriteUInt32LittleEndian(
            block.AsSpan(IndexLayout.BlockSize - 4),
            Checksum32.Of(block.AsSpan(0, IndexLayout.BlockSize - 4))
        );
        writer.Write(block);
    }

    // Of the places of one key the last one counts: the latest record lies furthest back.
    private static IEnumerable<IndexRow> Distinct(IEnumerable<IndexRow> sorted)
    {
        IndexRow? last = null;
        foreach (var row in sorted)
        {
            if (last is { } held && held != row && (held.Hash != row.Hash || held.Kind != IndexKind.Key))
            {
                yield return held;
            }

            last = row;
        }

        if (last is { } end)
        {
            yield return end;
        }
    }

    private IEnumerable<IndexRow> Sorted()
    {
        _rows.Sort(IndexRow.Compare);
        if (_spills.Count == 0)
        {
            return _rows;
        }

        Spill();
        return Merged();
    }

    private IEnumerable<IndexRow> Merged()
    {
        var queue = new PriorityQueue<IEnumerator<IndexRow>, IndexRow>(Comparer<IndexRow>.Create(IndexRow.Compare));
        foreach (var rows in _spills.Select(spill => spill.Rows.GetEnumerator()))
        {
            if (rows.MoveNext())
            {
                queue.Enqueue(rows, rows.Current);
            }
        }

        while (queue.TryDequeue(out var rows, out var row))
        {
            yield return row;
            if (rows.MoveNext())
            {
                queue.Enqueue(rows, rows.Current);
            }
        }
    }

    private void Spill()
    {
        _rows.Sort(IndexRow.Compare);
        var path = FinalPath + $".{_spills.Count}" + SegmentName.TemporaryExtension;
        _spills.Add(new IndexSpill(disk, path, CollectionsMarshal.AsSpan(_rows)));
        _rows.Clear();
    }
}
