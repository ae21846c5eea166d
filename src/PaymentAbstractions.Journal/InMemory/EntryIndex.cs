namespace PaymentAbstractions.Journal;

/// <summary>The keys of the entries that are found by one thing, such as an order.</summary>
internal sealed class EntryIndex<T>
    where T : notnull
{
    private readonly Dictionary<T, HashSet<JournalKey>> _keys = [];

    public void Add(T by, JournalKey key)
    {
        if (_keys.TryGetValue(by, out var keys))
        {
            keys.Add(key);
        }
        else
        {
            _keys[by] = [key];
        }
    }

    public void Remove(T by, JournalKey key)
    {
        if (_keys.TryGetValue(by, out var keys) && keys.Remove(key) && keys.Count == 0)
        {
            _keys.Remove(by);
        }
    }

    public IEnumerable<JournalKey> Find(T by) => _keys.TryGetValue(by, out var keys) ? keys : [];
}
