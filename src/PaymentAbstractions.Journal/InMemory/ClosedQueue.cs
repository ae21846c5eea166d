namespace PaymentAbstractions.Journal;

/// <summary>The keys of the entries that may be removed, in the order of their last change.</summary>
internal sealed class ClosedQueue
{
    private const int FewestPlaces = 64;

    // Only the last place of a key counts. A queue of values costs the garbage collector less than linked objects.
    private readonly Dictionary<JournalKey, long> _lastPlaces = [];
    private readonly Queue<(long Number, JournalKey Key, DateTimeOffset ChangedAt)> _oldestFirst = new();
    private long _places;

    public int Count => _lastPlaces.Count;

    /// <summary>The number of places, with those that no longer count.</summary>
    public int Places => _oldestFirst.Count;

    /// <summary>
    /// Moves a key to the end. Once in as many changes as there are keys, the places that no longer count are dropped, which takes some
    /// milliseconds for 100,000 keys.
    /// </summary>
    public void Touch(JournalKey key, DateTimeOffset at)
    {
        _lastPlaces[key] = ++_places;
        _oldestFirst.Enqueue((_places, key, at));
        if (Places > FewestPlaces + (2 * _lastPlaces.Count))
        {
            DropOldPlaces();
        }
    }

    public void Remove(JournalKey key) => _lastPlaces.Remove(key);

    public bool TryPeek(out JournalKey key, out DateTimeOffset changedAt)
    {
        while (_oldestFirst.TryPeek(out var place))
        {
            if (Counts(place.Number, place.Key))
            {
                (_, key, changedAt) = place;
                return true;
            }

            _oldestFirst.Dequeue();
        }

        (key, changedAt) = (default, default);
        return false;
    }

    private bool Counts(long number, JournalKey key) => _lastPlaces.GetValueOrDefault(key) == number;

    private void DropOldPlaces()
    {
        for (var left = Places; left > 0; left--)
        {
            var place = _oldestFirst.Dequeue();
            if (Counts(place.Number, place.Key))
            {
                _oldestFirst.Enqueue(place);
            }
        }
    }
}
