namespace PaymentAbstractions.Journal;

/// <summary>The entries that somebody has to do something about, in the order that their attempts began in.</summary>
internal sealed class LiveEntries
{
    private readonly Dictionary<UInt128, LiveInfo> _all = [];
    private readonly Dictionary<LiveList, SortedSet<(long StartedAt, UInt128 Key)>> _lists = Enum.GetValues<LiveList>()
        .ToDictionary(list => list, _ => new SortedSet<(long, UInt128)>());

    public IEnumerable<UInt128> Keys => _all.Keys;

    public JournalCounts Count(GatewayEnvironment? environment)
    {
        var counted = _all.Values.Where(one => environment is null || one.Environment == environment).ToList();
        return new JournalCounts
        {
            Open = counted.Count(one => one.State == JournalEntryState.Open),
            Pending = counted.Count(one => one.State == JournalEntryState.Pending),
            Unknown = counted.Count(one => one.State == JournalEntryState.Unknown),
            Unpublished = counted.Count(one => one.IsUnpublished),
            DuplicateCharges = counted.Count(one => one.IsDuplicateCharge),
        };
    }

    /// <summary>Puts in place what is known of an entry now.</summary>
    /// <returns>What was known before.</returns>
    public LiveInfo? Set(UInt128 key, LiveInfo? info)
    {
        LiveInfo? before = _all.TryGetValue(key, out var held) ? held : null;
        foreach (var (list, entries) in _lists)
        {
            if (before?.IsIn(list) == true)
            {
                entries.Remove((before.Value.StartedAt, key));
            }

            if (info?.IsIn(list) == true)
            {
                entries.Add((info.Value.StartedAt, key));
            }
        }

        if (info is { } added)
        {
            _all[key] = added;
        }
        else
        {
            _all.Remove(key);
        }

        return before;
    }

    /// <summary>The next ones after a place in the order.</summary>
    public List<(long StartedAt, UInt128 Key)> Page(LiveList list, (long StartedAt, UInt128 Key) after, int count) =>
        [
            .. _lists[list]
                .GetViewBetween(after, (long.MaxValue, UInt128.MaxValue))
                .SkipWhile(one => one == after)
                .Take(count),
        ];
}
