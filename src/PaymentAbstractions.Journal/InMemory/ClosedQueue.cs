namespace PaymentAbstractions.Journal;

/// <summary>The keys of the entries that may be removed, in the order of their last change.</summary>
internal sealed class ClosedQueue
{
    private readonly LinkedList<(JournalKey Key, DateTimeOffset ChangedAt)> _oldestFirst = [];
    private readonly Dictionary<JournalKey, LinkedListNode<(JournalKey Key, DateTimeOffset ChangedAt)>> _nodes = [];

    public int Count => _nodes.Count;

    /// <summary>Moves a key to the end.</summary>
    public void Touch(JournalKey key, DateTimeOffset at)
    {
        Remove(key);
        _nodes[key] = _oldestFirst.AddLast((key, at));
    }

    public void Remove(JournalKey key)
    {
        if (_nodes.Remove(key, out var node))
        {
            _oldestFirst.Remove(node);
        }
    }

    public bool TryPeek(out JournalKey key, out DateTimeOffset changedAt)
    {
        (key, changedAt) = _oldestFirst.First?.Value ?? default;
        return _nodes.Count > 0;
    }
}
