namespace PaymentAbstractions.Journal;

// Sealed segments are merged in tiers, so that there are few of them and each record is copied seldom.
internal sealed partial class JournalStore
{
    /// <summary>Which segments to merge next; none when there are few enough.</summary>
    public CompactionPlan? PlanMerge()
    {
        if (Closed is not null)
        {
            return null;
        }

        for (long width = 1; width <= int.MaxValue; width *= _options.CompactAfterSegments)
        {
            var first = _segments.Count;
            while (first > 0 && _segments[first - 1].Name.Width <= width)
            {
                first--;
            }

            if (_segments.Count - first >= _options.CompactAfterSegments)
            {
                return Plan(first);
            }
        }

        return null;
    }

    /// <summary>All of the journal as one segment, the one that is written to included.</summary>
    public CompactionPlan? PlanAll()
    {
        if (Closed is null && _active.Durable > 0)
        {
            Roll();
        }

        return Closed is { } closed ? throw new JournalUnavailableException(closed)
            : _segments.Count == 0 ? null
            : Plan(0);
    }

    /// <summary>Puts a compacted segment in the place of its sources and deletes them.</summary>
    public void Replace(CompactionPlan plan, Segment compacted)
    {
        var at = _segments.IndexOf(plan.Sources[0]);
        _segments.RemoveRange(at, plan.Sources.Count);
        _segments.Insert(at, compacted);
        foreach (var source in plan.Sources)
        {
            source.Dispose();
            _disk.Delete(Path.Combine(Folder, source.Name.File));
            _disk.Delete(Path.Combine(Folder, source.Name.Index));
        }
    }

    private CompactionPlan Plan(int first) => new() { Sources = _segments[first..], Now = _time.GetUtcNow() };
}
