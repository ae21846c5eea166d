namespace PaymentAbstractions.Journal;

/// <summary>
/// Copies what is still current of some segments into a new one: temporary file, sync, rename, sync of the folder. The sources
/// are deleted by the caller, afterwards. Works on sealed segments only, so it may run beside the writer.
/// </summary>
internal sealed class Compactor
{
    private readonly IJournalDisk _disk;
    private readonly FileJournalOptions _options;
    private readonly CompactionPlan _plan;
    private readonly CancellationToken _cancellationToken;
    private readonly RecordWriter _writer = new();
    private readonly SegmentBuffer _buffer;

    private Compactor(
        IJournalDisk disk,
        FileJournalOptions options,
        CompactionPlan plan,
        CancellationToken cancellationToken
    )
    {
        (_disk, _options, _plan, _cancellationToken) = (disk, options, plan, cancellationToken);
        _buffer = new SegmentBuffer(plan.Target);
    }

    /// <summary>Compacts.</summary>
    /// <returns>The new segment, durable under its name.</returns>
    public static Segment Run(
        IJournalDisk disk,
        FileJournalOptions options,
        CompactionPlan plan,
        CancellationToken cancellationToken
    ) => new Compactor(disk, options, plan, cancellationToken).Run();

    private Segment Run()
    {
        var target = _plan.Target;
        var path = Path.Combine(_options.Path, target.File);
        var temporary = path + SegmentName.TemporaryExtension;
        try
        {
            return Run(target, path, temporary);
        }
        catch
        {
            // The sources stay. What is left of the copy would take space, and under its name the place of later ones.
            Delete(path);
            Delete(temporary);
            Delete(Path.Combine(_options.Path, target.Index));
            throw;
        }
    }

    private Segment Run(SegmentName target, string path, string temporary)
    {
        using (var index = new IndexBuilder(_disk, _options.Path, target))
        {
            var (length, seal) = Write(temporary, index);
            _disk.Rename(temporary, path);
            _disk.SyncFolder(_options.Path, SyncSite.CompactionName);
            index.Write(length, seal);
        }

        return Segment.Open(_disk, _options.Path, target, verify: false);
    }

    private void Delete(string path)
    {
        try
        {
            _disk.Delete(path);
        }
        catch (Exception exception) when (DiskFailure.Is(exception))
        {
            // What made the compaction fail is told; the next start deletes what it finds.
        }
    }

    private (long Length, uint Seal) Write(string temporary, IndexBuilder index)
    {
        using var file = _disk.Create(temporary);
        var output = new SequentialWriter(file, 0);
        _buffer.AddHeader();
        Flush(output);
        for (var i = 0; i < _plan.Sources.Count; i++)
        {
            var source = i;
            _plan.Sources[i].Walk((offset, frame) => Copy(source, offset, frame, output, index));
        }

        var last = _plan.Sources[^1];
        var seal = _buffer.AddSeal(last.LastSequence, last.LastBatch, output.Position);
        Flush(output);
        output.Flush();
        file.Sync(SyncSite.Compaction);
        return (output.Position, seal);
    }

    private void Copy(int source, long offset, ReadOnlySpan<byte> bytes, SequentialWriter output, IndexBuilder index)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        var payload = bytes[Frame.HeaderSize..];
        var prefix = RecordPrefix.Read(payload);
        if (!IsCurrent(source, prefix.Key, offset) || IsDropped(prefix))
        {
            return;
        }

        _ = Frame.TryReadHeader(bytes, out var frame);
        if (IsStripped(prefix))
        {
            payload = Strip(source, offset, out prefix);
        }

        var place = output.Position;
        _buffer.AddEntry(payload, frame.Sequence, frame.Batch, place);
        index.Add(prefix, place);
        Flush(output);
    }

    private bool IsCurrent(int source, UInt128 key, long offset)
    {
        if (_plan.Sources[source].Place(key) != offset)
        {
            return false;
        }

        for (var i = source + 1; i < _plan.Sources.Count; i++)
        {
            if (_plan.Sources[i].Place(key) is not null)
            {
                return false;
            }
        }

        return true;
    }

    private bool IsDropped(RecordPrefix prefix) =>
        _plan.MayDrop
        && !prefix.IsLive
        && _options.KeepKeysFor is { } kept
        && IsOlderThan(prefix, prefix.HasAmounts && _options.KeepAmountsFor > kept ? _options.KeepAmountsFor : kept);

    private bool IsStripped(RecordPrefix prefix) =>
        prefix is { IsLive: false, IsTombstone: false } && IsOlderThan(prefix, _options.KeepDetailsFor);

    private bool IsOlderThan(RecordPrefix prefix, TimeSpan age) => _plan.Now.UtcTicks - prefix.ChangedAt > age.Ticks;

    private ReadOnlySpan<byte> Strip(int source, long offset, out RecordPrefix prefix)
    {
        var stripped = Tombstone.Of(_plan.Sources[source].Read(offset));
        prefix = RecordPrefix.Of(stripped);
        _writer.Clear();
        prefix.Write(_writer);
        EntryCodec.Write(_writer, stripped);
        return _writer.Written;
    }

    private void Flush(SequentialWriter output)
    {
        output.Write(_buffer.Bytes);
        _buffer.Clear();
    }
}
