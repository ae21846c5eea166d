namespace PaymentAbstractions.Journal;

/// <summary>The entries that are in doubt or unpublished, in the order that their attempts began in.</summary>
internal sealed class LiveEntries
{
    private readonly Dictionary<UInt128, LiveInfo> _all = [];
    private readonly SortedSet<(long StartedAt, UInt128 Key)> _inDoubt = [];
    private readonly SortedSet<(long StartedAt, UInt128 Key)> _unpublished = [];
    private readonly long[] _counts = new long[Enum.GetValues<JournalEntryState>().Length];

    public IEnumerable<UInt128> Keys => _all.Keys;

    public JournalCounts Counts =>
        new()
        {
            Open = _counts[(int)JournalEntryState.Open],
            Pending = _counts[(int)JournalEntryState.Pending],
            Unknown = _counts[(int)JournalEntryState.Unknown],
            Unpublished = _unpublished.Count,
        };

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
            _counts[(int)old.State]--;
        }

        if (info is { } added)
        {
            _all[key] = added;
            _counts[(int)added.State]++;
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
