namespace PaymentAbstractions.Journal;

/// <summary>The entries that are in doubt or unpublished, in the order that their attempts began in.</summary>
internal sealed class LiveEntries
{
    private readonly Dictionary<UInt128, LiveInfo> _all = [];
    private readonly SortedSet<(long StartedAt, UInt128 Key)> _inDoubt = [];
    private readonly SortedSet<(long StartedAt, UInt128 Key)> _unpublished = [];
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
        };
    }

    /// <summary>Puts in place what is known of an entry now.</summary>
    /// <returns>What was known before.</returns>
    public LiveInfo? Set(UInt128 key, LiveInfo? info)
    {
        LiveInfo? before = _all.TryGetValue(key, out var held) ? held : null;
        if (before is { } old)
        {
            _all.Remove(key);
            _inDoubt.Remove((old.StartedAt, key));
            _unpublished.Remove((old.StartedAt, key));
        }

        if (info is { } added)
        {
            _all[key] = added;
            if (added.IsInDoubt)
            {
                _inDoubt.Add((added.StartedAt, key));
            }

            if (added.IsUnpublished)
            {
                _unpublished.Add((added.StartedAt, key));
            }
        }

        return before;
    }

    /// <summary>The next ones after a place in the order.</summary>
    public List<(long StartedAt, UInt128 Key)> Page(bool unpublished, (long StartedAt, UInt128 Key) after, int count) =>
        [
            .. (unpublished ? _unpublished : _inDoubt)
                .GetViewBetween(after, (long.MaxValue, UInt128.MaxValue))
                .SkipWhile(one => one == after)
                .Take(count),
        ];
}
