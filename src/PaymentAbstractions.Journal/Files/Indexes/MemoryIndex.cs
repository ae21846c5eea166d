namespace PaymentAbstractions.Journal;

/// <summary>The index of the segment that is written to.</summary>
internal sealed class MemoryIndex
{
    private readonly Dictionary<UInt128, long> _places = [];
    private readonly Dictionary<UInt128, UInt128[]> _keys = [];

    public IEnumerable<IndexRow> Rows =>
        _places
            .Select(pair => new IndexRow(pair.Key, (UInt128)pair.Value))
            .Concat(_keys.SelectMany(pair => pair.Value.Select(key => new IndexRow(pair.Key, key))));

    public void Add(RecordPrefix prefix, long offset) => IndexRow.Of(prefix, offset, Add);

    public long? Place(UInt128 key) => _places.TryGetValue(key, out var place) ? place : null;

    public void Restore(UInt128 key, long? place)
    {
        if (place is { } before)
        {
            _places[key] = before;
        }
        else
        {
            _places.Remove(key);
        }
    }

    public void Keys(UInt128 hash, HashSet<UInt128> found)
    {
        if (_keys.TryGetValue(hash, out var keys))
        {
            found.UnionWith(keys);
        }
    }

    private void Add(IndexRow row)
    {
        if (row.Kind == IndexKind.Key)
        {
            _places[row.Hash] = (long)row.Value;
            return;
        }

        var keys = _keys.GetValueOrDefault(row.Hash, []);
        if (Array.IndexOf(keys, row.Value) < 0)
        {
            _keys[row.Hash] = [.. keys, row.Value];
        }
    }
}
