using System.Buffers.Binary;

namespace PaymentAbstractions.Journal;

/// <summary>
/// Ends the newest segment after a crash: what was answered stays, an incomplete last batch goes, and what can be neither stops
/// the start.
/// </summary>
internal sealed class TailRecovery
{
    /// <summary>The most that one batch can take; more than this behind the last intact batch is damage, not a torn tail.</summary>
    public const int MostTail = 4 * Frame.MostPayload;

    private readonly IJournalFile _file;
    private readonly string _path;
    private readonly SegmentName _name;
    private readonly SegmentCursor _cursor;

    private long _end;
    private long _lastBatchAt;
    private long _bad;
    private ulong _batch;
    private ulong _sequence;
    private bool _isSealed;

    private TailRecovery(IJournalFile file, string path, SegmentName name, ulong lastBatch, ulong lastSequence)
    {
        (_file, _path, _name, _batch, _sequence) = (file, path, name, lastBatch, lastSequence);
        _cursor = new SegmentCursor(file, name);
    }

    /// <summary>Recovers the segment: afterwards it is sealed and durable.</summary>
    /// <param name="disk">The disk.</param>
    /// <param name="folder">The journal's folder.</param>
    /// <param name="name">The newest segment.</param>
    /// <param name="lastBatch">The highest number of a batch before this segment.</param>
    /// <param name="lastSequence">The highest number of a record before this segment.</param>
    public static void Run(IJournalDisk disk, string folder, SegmentName name, ulong lastBatch, ulong lastSequence)
    {
        var path = Path.Combine(folder, name.File);
        using var file = disk.Open(path);
        var recovery = new TailRecovery(file, path, name, lastBatch, lastSequence);
        recovery.Scan();
        recovery.RequireTornTail();
        recovery.Seal();
    }

    private void Scan()
    {
        var header = _cursor.Window(0, SegmentHeader.Size);
        if (SegmentHeader.IsOfOtherVersion(header))
        {
            throw new JournalDamagedException(_path, 0, SegmentHeader.Problem(header, _name)!);
        }

        if (SegmentHeader.Problem(header, _name) is not null)
        {
            return;
        }

        _end = _bad = SegmentHeader.Size;
        while (!_isSealed && TryBatch()) { }
    }

    private bool TryBatch()
    {
        var (offset, entries, checksum) = (_end, 0L, Checksum32.Start);
        while (_cursor.TryRead(offset, out var frame, out var bytes) && frame.Batch == _batch + 1)
        {
            switch (frame.Kind)
            {
                case FrameKind.Entry:
                    checksum = Checksum32.Add(checksum, frame.Checksum);
                    entries++;
                    offset += frame.Size;
                    continue;
                case FrameKind.Seal when entries == 0:
                    (_end, _isSealed) = (offset + frame.Size, true);
                    return true;
                case FrameKind.Commit when IsEndOf(bytes, entries, Checksum32.End(checksum)):
                    // The header was written with the first batch.
                    _lastBatchAt = _end == SegmentHeader.Size ? 0 : _end;
                    (_end, _batch, _sequence) = (offset + frame.Size, frame.Batch, frame.Sequence);
                    return true;
            }

            break;
        }

        _bad = offset;
        return false;
    }

    private static bool IsEndOf(ReadOnlySpan<byte> commit, long entries, uint checksum) =>
        BinaryPrimitives.ReadInt64LittleEndian(commit[Frame.HeaderSize..]) == entries
        && BinaryPrimitives.ReadUInt64LittleEndian(commit[(Frame.HeaderSize + 8)..]) == checksum;

    // A batch is written only when the one before it is durable. So whatever proves that a later batch was begun, or that more
    // was written than one batch holds, proves that what is unreadable was durable once.
    private void RequireTornTail()
    {
        var length = _file.Length;
        if (length - _end > MostTail)
        {
            throw Damaged("More follows than the one batch that a crash can cut short.");
        }

        // The batch that a crash cut short has the next number, and a seal that recovery wrote behind the last one has it too.
        var next = _batch + 1;
        for (var offset = _bad; offset <= length - Frame.HeaderSize; offset++)
        {
            if (
                Frame.TryReadHeader(_cursor.Window(offset, Frame.HeaderSize), out _)
                && _cursor.TryRead(offset, out var frame, out _)
                && frame.Batch > next
            )
            {
                throw Damaged("Later batches follow, so this one was complete once.");
            }
        }
    }

    private JournalDamagedException Damaged(string why) =>
        new(_path, _bad, "What lies there is no intact record. " + why);

    private void Seal()
    {
        if (_file.Length > _end)
        {
            _file.Truncate(_end);
        }

        var buffer = new SegmentBuffer(_name);
        var from = _end;
        if (_end == 0)
        {
            buffer.AddHeader();
        }
        else
        {
            // What an earlier process could not sync may look written and not be: the system forgets that it failed. Writing the
            // last batch again makes the sync below speak for it.
            from = _lastBatchAt;
        }

        var again = new byte[_end - from];
        _ = _file.Read(from, again);
        if (again.Length > 0)
        {
            _file.Write(from, again);
        }

        if (!_isSealed)
        {
            buffer.AddSeal(_sequence, _batch, _end + buffer.Length);
            _file.Write(_end, buffer.Bytes);
        }

        _file.Sync(SyncSite.Recovery);
    }
}
