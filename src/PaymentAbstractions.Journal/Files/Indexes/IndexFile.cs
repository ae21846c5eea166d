using System.Buffers;
using System.Buffers.Binary;

namespace PaymentAbstractions.Journal;

/// <summary>The sorted rows of one sealed segment. It can be made again from the segment, so it is checked and never trusted.</summary>
/// <remarks>Looking something up is thread-safe.</remarks>
internal sealed class IndexFile : IDisposable
{
    private readonly IJournalFile _file;
    private readonly string _path;
    private readonly IndexLayout _layout;
    private readonly ulong[] _fences;
    private readonly IndexFilter _filter;

    private IndexFile(IJournalFile file, string path, IndexLayout layout)
    {
        (_file, _path, _layout) = (file, path, layout);
        _fences = new ulong[layout.Blocks];
        _filter = new IndexFilter(new byte[layout.FilterBytes]);
    }

    /// <summary>Where live records lie in the segment, in ascending order. Read again each time.</summary>
    public IEnumerable<long> Live
    {
        get
        {
            var bytes = new byte[8];
            for (long i = 0; i < _layout.Live; i++)
            {
                _ = _file.Read(_layout.LiveAt + (i * 8), bytes);
                yield return BinaryPrimitives.ReadInt64LittleEndian(bytes);
            }
        }
    }

    /// <summary>Opens an index and checks all of it.</summary>
    /// <returns>The index; null when it is missing, incomplete, damaged or belongs to something else.</returns>
    public static IndexFile? TryOpen(
        IJournalDisk disk,
        string folder,
        SegmentName segment,
        long length,
        uint sealChecksum
    )
    {
        var path = Path.Combine(folder, segment.Index);
        if (!disk.Files(folder).Contains(segment.Index, StringComparer.Ordinal))
        {
            return null;
        }

        var file = disk.Open(path);
        var header = new byte[IndexLayout.BlockSize];
        if (
            file.Read(0, header) == header.Length
            && IndexLayout.TryRead(header, out var layout)
            && layout.Segment == segment
            && layout.SegmentLength == length
            && layout.SealChecksum == sealChecksum
            && file.Length == layout.Length
        )
        {
            var index = new IndexFile(file, path, layout);
            if (index.Check())
            {
                return index;
            }
        }

        file.Dispose();
        return null;
    }

    public long? Place(UInt128 key)
    {
        var found = new List<UInt128>(1);
        Find(key, found);
        return found.Count == 0 ? null : (long)found[^1];
    }

    public void Find(UInt128 hash, ICollection<UInt128> values)
    {
        if (IndexFilter.Covers(IndexHash.KindOf(hash)) && !_filter.MayHold(hash))
        {
            return;
        }

        var high = (ulong)(hash >> 64);
        var block = ArrayPool<byte>.Shared.Rent(IndexLayout.BlockSize);
        try
        {
            for (var i = FirstBlock(high); i < _fences.Length && _fences[i] <= high; i++)
            {
                var rows = Read(i, block.AsSpan(0, IndexLayout.BlockSize));
                if (rows < 0)
                {
                    throw new JournalDamagedException(
                        _path,
                        Offset(i),
                        "A block of this index has a wrong checksum; the index is made again when the journal is reopened."
                    );
                }

                Collect(block, rows, hash, values);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block);
        }
    }

    public void Dispose() => _file.Dispose();

    private static long Offset(int block) => IndexLayout.BlockSize * (1L + block);

    private static void Collect(byte[] block, int rows, UInt128 hash, ICollection<UInt128> values)
    {
        var (low, high) = (0, rows);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = HashAt(block, middle) < hash ? (middle + 1, high) : (low, middle);
        }

        for (; low < rows && HashAt(block, low) == hash; low++)
        {
            values.Add(BinaryPrimitives.ReadUInt128LittleEndian(block.AsSpan((low * IndexRow.Size) + 16)));
        }
    }

    private static UInt128 HashAt(byte[] block, int row) =>
        BinaryPrimitives.ReadUInt128LittleEndian(block.AsSpan(row * IndexRow.Size));

    // Rows of one hash may begin in the block before the first whose fence reaches it.
    private int FirstBlock(ulong high)
    {
        var (low, end) = (0, _fences.Length);
        while (low < end)
        {
            var middle = (low + end) >>> 1;
            (low, end) = _fences[middle] < high ? (middle + 1, end) : (low, middle);
        }

        return Math.Max(0, low - 1);
    }

    private int Read(int index, Span<byte> block)
    {
        var rows =
            _file.Read(Offset(index), block) == block.Length
                ? BinaryPrimitives.ReadInt32LittleEndian(block[(IndexLayout.BlockSize - 8)..])
                : -1;
        return
            rows is > 0 and <= IndexLayout.RowsPerBlock
            && BinaryPrimitives.ReadUInt32LittleEndian(block[(IndexLayout.BlockSize - 4)..])
                == Checksum32.Of(block[..(IndexLayout.BlockSize - 4)])
            ? rows
            : -1;
    }

    private bool Check()
    {
        var block = new byte[IndexLayout.BlockSize];
        for (var i = 0; i < _fences.Length; i++)
        {
            if (Read(i, block) < 0)
            {
                return false;
            }

            _fences[i] = (ulong)(HashAt(block, 0) >> 64);
        }

        return _file.Read(_layout.FilterAt, _filter.Bits) == _filter.Bits.Length
            && Checksum(_layout.LiveAt - 4) == Checksum32.Of(_filter.Bits)
            && Checksum(_layout.Length - 4) == ChecksumOfLive();
    }

    private uint Checksum(long at)
    {
        Span<byte> bytes = stackalloc byte[4];
        _ = _file.Read(at, bytes);
        return BinaryPrimitives.ReadUInt32LittleEndian(bytes);
    }

    private uint ChecksumOfLive()
    {
        var checksum = Checksum32.Start;
        foreach (var place in Live)
        {
            checksum = Checksum32.Add(checksum, (ulong)place);
        }

        return Checksum32.End(checksum);
    }
}
