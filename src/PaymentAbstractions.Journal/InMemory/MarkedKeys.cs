namespace PaymentAbstractions.Journal;

/// <summary>The keys of the entries that have one mark. There is nearly always one key, and then there is no set.</summary>
internal readonly struct MarkedKeys
{
    private readonly JournalKey _one;
    private readonly HashSet<JournalKey>? _several;

    private MarkedKeys(JournalKey one, HashSet<JournalKey>? several = null)
    {
        _one = one;
        _several = several;
    }

    public int Count => _several?.Count ?? (_one == default ? 0 : 1);

    public IEnumerable<JournalKey> All => _several ?? (IEnumerable<JournalKey>)(_one == default ? [] : [_one]);

    public MarkedKeys With(JournalKey key)
    {
        if (_several is not null)
        {
            _several.Add(key);
            return this;
        }

        return _one == default || _one == key ? new MarkedKeys(key) : new MarkedKeys(_one, [_one, key]);
    }

    /// <summary>Removes a key from several ones. A single key stays, and its owner drops this value.</summary>
    /// <returns>Whether no other key is left.</returns>
    public bool Remove(JournalKey key)
    {
        if (_several is null)
        {
            return _one == key;
        }

        _several.Remove(key);
        return _several.Count == 0;
    }
}
