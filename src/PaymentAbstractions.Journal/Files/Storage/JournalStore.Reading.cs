namespace PaymentAbstractions.Journal;

// Finding things: in the segment that is written to first, then in the sealed ones from the newest to the oldest.
internal sealed partial class JournalStore
{
    private const int PageSize = 128;

    public JournalEntry? Find(JournalKey key)
    {
        if (FindByHash(IndexHash.Of(key)) is not { } found)
        {
            return null;
        }

        return found.Key == key
            ? found
            : throw new JournalDamagedException(Folder, 0, $"An index leads from one key to the record of another.");
    }

    public IEnumerable<JournalEntry> FindByOrder(GatewayEnvironment environment, OrderReference order) =>
        EntriesOf(IndexHash.Of(environment, order))
            .Where(entry => entry.Intent.OrderReference == order && entry.Intent.Environment == environment);

    public IEnumerable<JournalEntry> FindByTransaction(TransactionReference transaction) =>
        EntriesOf(IndexHash.OfMaker(transaction))
            .Where(entry => transaction.IsSameTransaction(entry.Outcome?.Transaction));

    public IEnumerable<JournalEntry> FindByOriginal(TransactionReference original) =>
        EntriesOf(IndexHash.OfOriginal(original));

    public JournalCounts Count(GatewayEnvironment? environment) => _live.Count(environment);

    /// <summary>The next entries that are live and wanted, and where to go on; none when there are no more.</summary>
    public (List<JournalEntry> Entries, (long StartedAt, UInt128 Key)? Next) Page(
        LiveList list,
        (long StartedAt, UInt128 Key) after,
        Func<JournalEntry, bool> isWanted
    )
    {
        var page = _live.Page(list, after, PageSize);
        List<JournalEntry> entries = [.. page.Select(one => TryRead(one.Key)).OfType<JournalEntry>().Where(isWanted)];
        return (entries, page.Count < PageSize ? null : page[^1]);
    }

    // One entry that cannot be read is reported and keeps its key blocked, and must not hide the others.
    private JournalEntry? TryRead(UInt128 key)
    {
        try
        {
            return FindByHash(key);
        }
        catch (Exception exception) when (DiskFailure.Is(exception))
        {
            LastFailure = DiskFailure.Of(exception, "An entry of the journal could not be listed.");
            return null;
        }
    }

    private IEnumerable<JournalEntry> EntriesOf(UInt128 hash)
    {
        var keys = new HashSet<UInt128>();
        _active.Index.Keys(hash, keys);
        foreach (var segment in _segments)
        {
            segment.Keys(hash, keys);
        }

        // A key may be gone: its batch failed, or compaction dropped it.
        return keys.Select(FindByHash).OfType<JournalEntry>();
    }

    private JournalEntry? FindByHash(UInt128 key)
    {
        if (_recent.TryGetValue(key, out var recent))
        {
            return recent;
        }

        if (_active.Index.Place(key) is { } place)
        {
            return _active.Read(place);
        }

        for (var i = _segments.Count - 1; i >= 0; i--)
        {
            if (_segments[i].Place(key) is { } sealedPlace)
            {
                return _segments[i].Read(sealedPlace);
            }
        }

        return null;
    }
}
