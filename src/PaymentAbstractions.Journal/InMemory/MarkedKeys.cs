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

    /// <summary>The entries of the keys.</summary>
    public JournalEntry[] EntriesIn(Dictionary<JournalKey, JournalEntry> entries)
    {
        if (_several is null)
        {
            return _one == default ? [] : [entries[_one]];
        }

        var (found, next) = (new JournalEntry[_several.Count], 0);
        foreach (var key in _several)
        {
            found[next++] = entries[key];
        }

        return found;
    }

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
