namespace PaymentAbstractions.Journal;

/// <summary>The segment that is written to: what is durable of it, and the batch that is being collected.</summary>
internal sealed class ActiveSegment : IDisposable
{
    private readonly IJournalFile _file;
    private readonly string _path;
    private readonly SegmentBuffer _buffer;

    public ActiveSegment(IJournalFile file, string path, SegmentName name)
    {
        (_file, _path, Name) = (file, path, name);
        _buffer = new SegmentBuffer(name);
        _buffer.AddHeader();
    }

    public SegmentName Name { get; }

    public MemoryIndex Index { get; } = new();

    /// <summary>How much of the file is durable and answered for.</summary>
    public long Durable { get; private set; }

    public int PendingEntries => _buffer.Entries;

    public int PendingBytes => _buffer.Length;

    /// <summary>How long the file is with everything that was added.</summary>
    public long End => Durable + _buffer.Length;

    /// <summary>Creates the file. Its name is durable when this returns; its content is with the first batch.</summary>
    public static ActiveSegment Create(IJournalDisk disk, string folder, SegmentName name)
    {
        var path = Path.Combine(folder, name.File);
        var file = disk.Create(path);
        try
        {
            disk.SyncFolder(folder, SyncSite.NewSegment);
            return new ActiveSegment(file, path, name);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Adds an entry to the batch.</summary>
    /// <returns>Where it will lie.</returns>
    public long Append(ReadOnlySpan<byte> payload, ulong sequence, ulong batch)
    {
        var offset = End;
        _buffer.AddEntry(payload, sequence, batch, offset);
        return offset;
    }

    /// <summary>Ends the batch and writes it.</summary>
    public void Write(ulong sequence, ulong batch)
    {
        _buffer.AddCommit(sequence, batch, End);
        _file.Write(Durable, _buffer.Bytes);
    }

    /// <summary>Ends the segment and writes that; not synced.</summary>
    /// <returns>The checksum of the seal.</returns>
    public uint WriteSeal(ulong lastSequence, ulong lastBatch)
    {
        var checksum = _buffer.AddSeal(lastSequence, lastBatch, End);
        _file.Write(Durable, _buffer.Bytes);
        return checksum;
    }

    /// <summary>Waits until what was written is durable.</summary>
    public void Sync(SyncSite site)
    {
        _file.Sync(site);
        Durable = End;
        _buffer.Clear();
    }

    /// <summary>Takes back a batch that nobody was answered for, from the file too.</summary>
    public void Discard()
    {
        _buffer.Clear();
        if (Durable == 0)
        {
            _buffer.AddHeader();
        }

        _file.Truncate(Durable);
    }

    public JournalEntry Read(long offset) =>
        offset >= Durable
            ? EntryReading.Read(_buffer.Bytes[(int)(offset - Durable)..], _path, Name, offset)
            : EntryReading.Read(_file, _path, Name, offset);

    public void Dispose() => _file.Dispose();
}
