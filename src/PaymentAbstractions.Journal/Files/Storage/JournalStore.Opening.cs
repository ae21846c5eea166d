namespace PaymentAbstractions.Journal;

// What a start does: sort out the files, end the newest segment, load the indexes, begin a new segment.
internal sealed partial class JournalStore
{
    /// <summary>Opens the journal in a folder that this process has locked.</summary>
    /// <exception cref="JournalDamagedException">Something that was durable cannot be read.</exception>
    /// <exception cref="JournalUnavailableException">There is no journal and one was expected.</exception>
    public static JournalStore Open(IJournalDisk disk, FileJournalOptions options, TimeProvider time)
    {
        var store = new JournalStore(disk, options, time);
        try
        {
            store.Open();
            return store;
        }
        catch
        {
            // Whatever was found is left as it is.
            store.Close(new JournalFailure { Kind = JournalFailureKind.Closed, Message = "It was never open." });
            store.Dispose();
            throw;
        }
    }

    private void Open()
    {
        var names = Names();
        if (names.Count == 0 && _options.ExpectExisting)
        {
            throw new JournalUnavailableException(
                new JournalFailure
                {
                    Kind = JournalFailureKind.Missing,
                    Message =
                        $"The folder {Folder} holds no journal, and {nameof(FileJournalOptions.ExpectExisting)} says that there is "
                        + "one. Payments that were sent before would be sent again. Check the path and the volume.",
                }
            );
        }

        foreach (var name in names)
        {
            OpenSegment(name, isNewest: name == names[^1]);
        }

        DeleteReplaced();
        LoadLive();
        _durableSequence = _sequence;
        _active = ActiveSegment.Create(_disk, Folder, names.Count == 0 ? new SegmentName(1, 1, 0) : After(names[^1]));
    }

    private void OpenSegment(SegmentName name, bool isNewest)
    {
        if (isNewest && name is { Width: 1, Generation: 0 })
        {
            TailRecovery.Run(_disk, Folder, name, _batch, _sequence);
        }

        var segment = Segment.Open(_disk, Folder, name, _options.VerifyAtStart);
        _segments.Add(segment);
        (_batch, _sequence) = (segment.LastBatch, segment.LastSequence);
    }

    /// <summary>The segments that count, in order, without those that a compacted one replaces.</summary>
    private List<SegmentName> Names()
    {
        var all = AllNames();
        List<SegmentName> names =
        [
            .. all.Where(name => !all.Exists(other => other.Replaces(name))).OrderBy(name => name.First),
        ];
        var expected = 1;
        foreach (var name in names)
        {
            if (name.First != expected)
            {
                throw new JournalDamagedException(
                    Path.Combine(Folder, name.File),
                    0,
                    $"The segment before it, {expected}, is missing."
                );
            }

            expected = name.Last + 1;
        }

        return names;
    }

    private List<SegmentName> AllNames()
    {
        var names = new List<SegmentName>();
        foreach (var file in _disk.Files(Folder))
        {
            if (SegmentName.TryParse(file, out var name))
            {
                names.Add(name);
            }
        }

        return names;
    }

    // Only after what replaces them has been opened and found in order.
    private void DeleteReplaced()
    {
        var files = _segments
            .SelectMany(segment => new[] { segment.Name.File, segment.Name.Index })
            .ToHashSet(StringComparer.Ordinal);
        foreach (var file in _disk.Files(Folder))
        {
            var isOurs =
                file.EndsWith(SegmentName.TemporaryExtension, StringComparison.Ordinal)
                || file.EndsWith(SegmentName.IndexExtension, StringComparison.Ordinal)
                || SegmentName.TryParse(file, out _);
            if (isOurs && !files.Contains(file))
            {
                _disk.Delete(Path.Combine(Folder, file));
            }
        }
    }

    private void LoadLive()
    {
        for (var i = _segments.Count - 1; i >= 0; i--)
        {
            foreach (var place in _segments[i].Live)
            {
                var entry = _segments[i].Read(place);
                var key = IndexHash.Of(entry.Key);
                if (_segments[i].Place(key) == place && !IsIn(key, from: i + 1))
                {
                    _live.Set(key, LiveInfo.Of(entry));
                }
            }
        }
    }

    private bool IsIn(UInt128 key, int from)
    {
        for (var i = from; i < _segments.Count; i++)
        {
            if (_segments[i].Place(key) is not null)
            {
                return true;
            }
        }

        return false;
    }
}
