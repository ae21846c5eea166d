using System.Buffers.Binary;

namespace PaymentAbstractions.Journal;

/// <summary>A sealed segment and its index. Immutable; reading is thread-safe.</summary>
internal sealed class Segment : IDisposable
{
    private readonly IJournalFile _file;
    private readonly string _path;
    private readonly IndexFile _index;

    private Segment(IJournalFile file, string path, SegmentName name, IndexFile index)
    {
        (_file, _path, _index, Name, Length) = (file, path, index, name, file.Length);
    }

    public SegmentName Name { get; }

    public long Length { get; }

    /// <summary>The highest number of a record up to this segment.</summary>
    public ulong LastSequence { get; private init; }

    /// <summary>The highest number of a batch up to this segment.</summary>
    public ulong LastBatch { get; private init; }

    public IEnumerable<long> Live => _index.Live;

    /// <summary>Opens a sealed segment, and its index; an index that is not in order is made again.</summary>
    /// <param name="disk">The disk.</param>
    /// <param name="folder">The journal's folder.</param>
    /// <param name="name">The segment.</param>
    /// <param name="verify">Whether every record is checked now; else when it is read.</param>
    /// <exception cref="JournalDamagedException">The segment is not what was written.</exception>
    public static Segment Open(IJournalDisk disk, string folder, SegmentName name, bool verify)
    {
        var path = Path.Combine(folder, name.File);
        var file = disk.Open(path);
        try
        {
            var seal = ReadSeal(file, path, name, out var payload);
            var index = IndexFile.TryOpen(disk, folder, name, file.Length, seal.Checksum);
            if (index is null)
            {
                BuildIndex(disk, folder, file, path, name, seal);
                index =
                    IndexFile.TryOpen(disk, folder, name, file.Length, seal.Checksum)
                    ?? throw new IOException($"The index {name.Index} cannot be read back as it was written.");
            }
            else if (verify)
            {
                Walk(file, path, name, static (_, _) => { });
            }

            return new Segment(file, path, name, index)
            {
                LastSequence = BinaryPrimitives.ReadUInt64LittleEndian(payload.AsSpan(8)),
                LastBatch = BinaryPrimitives.ReadUInt64LittleEndian(payload.AsSpan(16)),
            };
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Where the latest record of a key lies; null when there is none.</summary>
    public long? Place(UInt128 key) => _index.Place(key);

    public void Keys(UInt128 hash, HashSet<UInt128> found) => _index.Find(hash, found);

    public JournalEntry Read(long offset) => EntryReading.Read(_file, _path, Name, offset);

    /// <summary>Every record in the order of the file; the bytes are the whole frame.</summary>
    public void Walk(SegmentVisitor visit) => Walk(_file, _path, Name, visit);

    public void Dispose()
    {
        _index.Dispose();
        _file.Dispose();
    }

    private static void BuildIndex(
        IJournalDisk disk,
        string folder,
        IJournalFile file,
        string path,
        SegmentName name,
        Frame seal
    )
    {
        using var builder = new IndexBuilder(disk, folder, name);
        Walk(file, path, name, (offset, frame) => builder.Add(RecordPrefix.Read(frame[Frame.HeaderSize..]), offset));
        builder.Write(file.Length, seal.Checksum);
    }

    private static void Walk(IJournalFile file, string path, SegmentName name, SegmentVisitor visit)
    {
        var cursor = new SegmentCursor(file, name);
        var length = file.Length;
        for (long offset = SegmentHeader.Size; offset < length; )
        {
            if (!cursor.TryRead(offset, out var frame, out var bytes))
            {
                throw new JournalDamagedException(path, offset, "What lies there is no intact record.");
            }

            if (frame.Kind == FrameKind.Entry)
            {
                visit(offset, bytes);
            }

            offset += frame.Size;
        }
    }

    private static Frame ReadSeal(IJournalFile file, string path, SegmentName name, out byte[] payload)
    {
        Span<byte> header = stackalloc byte[SegmentHeader.Size];
        if (SegmentHeader.Problem(header[..file.Read(0, header)], name) is { } problem)
        {
            throw new JournalDamagedException(path, 0, problem);
        }

        const int Size = Frame.HeaderSize + Frame.MarkPayload;
        Span<byte> bytes = stackalloc byte[Size];
        var offset = file.Length - Size;
        if (
            offset < SegmentHeader.Size
            || file.Read(offset, bytes) < Size
            || !Frame.TryRead(bytes, name, offset, out var seal)
            || seal.Kind != FrameKind.Seal
        )
        {
            throw new JournalDamagedException(
                path,
                Math.Max(offset, 0),
                "The file does not end with the seal that ends every segment but the newest."
            );
        }

        payload = bytes[Frame.HeaderSize..].ToArray();
        return seal;
    }
}
