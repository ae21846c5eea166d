namespace PaymentAbstractions.Journal;

/// <summary>
/// All segments, their indexes and what is live. Has one owner at a time: the loop of the journal. What it collects is answered
/// for only after <see cref="Commit"/>.
/// </summary>
internal sealed partial class JournalStore : IEntryReader, IDisposable
{
    private const int MostBatchBytes = Frame.MostPayload;
    private const int MostRecent = 4096;

    private readonly IJournalDisk _disk;
    private readonly FileJournalOptions _options;
    private readonly TimeProvider _time;
    private readonly RecordWriter _writer = new();
    private readonly List<(UInt128 Key, long? Place, LiveInfo? Live)> _undo = [];
    private readonly LiveEntries _live = new();

    // What was begun a moment ago is completed next, so the latest state of some entries in doubt is kept as it is.
    private readonly Dictionary<UInt128, JournalEntry> _recent = [];

    // From the oldest to the newest.
    private readonly List<Segment> _segments = [];
    private ActiveSegment _active = null!;
    private ulong _batch;
    private ulong _sequence;
    private ulong _durableSequence;

    private JournalStore(IJournalDisk disk, FileJournalOptions options, TimeProvider time)
    {
        (_disk, _options, _time) = (disk, options, time);
    }

    /// <summary>Why nothing more is written until the journal is opened again; none while it is in order.</summary>
    public JournalFailure? Closed { get; private set; }

    /// <summary>The last failure, also one that was got over.</summary>
    public JournalFailure? LastFailure { get; private set; }

    public int SegmentCount => _segments.Count;

    public bool HasPending => _active.PendingEntries > 0;

    public bool IsBatchFull =>
        _active.PendingEntries >= _options.MostWritesPerCommit || _active.PendingBytes >= MostBatchBytes;

    private string Folder => _options.Path;

    /// <summary>Adds records to the batch. From now on they are found, and gone again when the batch fails.</summary>
    /// <returns>False when an entry is larger than a record may be; then none was added.</returns>
    public bool TryAppend(ReadOnlySpan<JournalEntry> entries)
    {
        foreach (var entry in entries)
        {
            if (entries.Length > 1 && !TryEncode(entry, out _))
            {
                return false;
            }
        }

        foreach (var entry in entries)
        {
            if (!TryEncode(entry, out var prefix))
            {
                return false;
            }

            var before = _active.Index.Place(prefix.Key);
            var place = _active.Append(_writer.Written, ++_sequence, _batch + 1);
            _active.Index.Add(prefix, place);
            _undo.Add((prefix.Key, before, _live.Set(prefix.Key, LiveInfo.Of(entry))));
            Remember(prefix.Key, entry);
        }

        return true;
    }

    /// <summary>Makes the batch durable.</summary>
    /// <returns>Why not, and then nothing of the batch has happened; null when it is durable.</returns>
    public JournalFailure? Commit()
    {
        try
        {
            _active.Write(_sequence, _batch + 1);
        }
        catch (Exception exception) when (DiskFailure.Is(exception))
        {
            return TakeBack(DiskFailure.Of(exception, "The journal could not be written."));
        }

        try
        {
            _active.Sync(SyncSite.Commit);
        }
        catch (Exception exception) when (DiskFailure.Is(exception))
        {
            // A system that failed to sync may forget what it did not write: nothing more is promised on this file.
            return TakeBack(SyncFailure(exception), close: true);
        }

        _batch++;
        _durableSequence = _sequence;
        _undo.Clear();
        return null;
    }

    /// <summary>Begins a new segment when the one that is written to is full.</summary>
    public void RollIfFull()
    {
        if (_active.Durable >= _options.SegmentBytes)
        {
            Roll();
        }
    }

    /// <summary>Writes nothing more; what is there can still be read.</summary>
    public void Close(JournalFailure failure) => Closed ??= failure;

    public void Dispose()
    {
        if (Closed is null && _active is not null)
        {
            try
            {
                // Not synced: it only spares the next start some work.
                var seal = _active.WriteSeal(_durableSequence, _batch);
                BuildIndex(seal);
            }
            catch (Exception exception) when (DiskFailure.Is(exception))
            {
                LastFailure = DiskFailure.Of(exception, "The journal could not be closed in order.");
            }
        }

        _active?.Dispose();
        foreach (var segment in _segments)
        {
            segment.Dispose();
        }
    }

    private bool TryEncode(JournalEntry entry, out RecordPrefix prefix)
    {
        prefix = RecordPrefix.Of(entry);
        _writer.Clear();
        prefix.Write(_writer);
        EntryCodec.Write(_writer, entry);
        return _writer.Length <= Frame.MostPayload;
    }

    private void Remember(UInt128 key, JournalEntry entry)
    {
        if (entry.IsInDoubt && entry.Intent.Hints is null && (_recent.Count < MostRecent || _recent.ContainsKey(key)))
        {
            _recent[key] = entry;
        }
        else
        {
            _recent.Remove(key);
        }
    }

    private static JournalFailure SyncFailure(Exception exception) =>
        new()
        {
            Kind = JournalFailureKind.SyncFailed,
            Message =
                "The disk did not confirm what was written, so the journal takes no payments until it is reopened. "
                + exception.Message,
        };

    private JournalFailure TakeBack(JournalFailure failure, bool close = false)
    {
        for (var i = _undo.Count - 1; i >= 0; i--)
        {
            var (key, place, live) = _undo[i];
            _active.Index.Restore(key, place);
            _live.Set(key, live);
            _recent.Remove(key);
        }

        _undo.Clear();
        _sequence = _durableSequence;
        LastFailure = failure;
        if (close)
        {
            Closed = failure;
        }

        try
        {
            _active.Discard();
        }
        catch (Exception exception) when (DiskFailure.Is(exception))
        {
            Closed ??= DiskFailure.Of(exception, "What could not be written could not be taken back either.");
        }

        return failure;
    }

    private void Roll()
    {
        uint seal;
        try
        {
            seal = _active.WriteSeal(_sequence, _batch);
        }
        catch (Exception exception) when (DiskFailure.Is(exception))
        {
            // The segment grows on; the next commit tries again.
            TakeBack(DiskFailure.Of(exception, "The segment could not be ended."));
            return;
        }

        try
        {
            _active.Sync(SyncSite.Seal);
            BuildIndex(seal);
            var full = _active;
            var rest = Segment.Open(_disk, Folder, full.Name, verify: false);
            _active = ActiveSegment.Create(_disk, Folder, After(full.Name));
            _segments.Add(rest);
            full.Dispose();
        }
        catch (Exception exception) when (DiskFailure.Is(exception))
        {
            Closed = LastFailure = DiskFailure.Of(exception, "A new segment could not be begun.");
        }
    }

    private void BuildIndex(uint seal)
    {
        using var builder = new IndexBuilder(_disk, Folder, _active.Name);
        foreach (var row in _active.Index.Rows)
        {
            builder.Add(row);
        }

        foreach (var key in _live.Keys)
        {
            if (_active.Index.Place(key) is { } place)
            {
                builder.AddLive(place);
            }
        }

        builder.Write(_active.End, seal);
    }

    private static SegmentName After(SegmentName last) => new(last.Last + 1, last.Last + 1, 0);
}
