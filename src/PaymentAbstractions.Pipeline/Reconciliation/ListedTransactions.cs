namespace PaymentAbstractions;

/// <summary>A window over what the provider lists: what was read and not taken yet, found by id or by key.</summary>
/// <remarks>Not thread-safe: one comparison has one.</remarks>
internal sealed class ListedTransactions
{
    // No mark in a description has fewer digits of the key.
    private const int KeyDigits = 20;

    private readonly Dictionary<string, TransactionState> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<TransactionState>> _byKey = new(StringComparer.Ordinal);
    private readonly Queue<TransactionState> _inOrder = new();
    private readonly List<TransactionState> _timeless = [];

    public void Add(TransactionState state)
    {
        if (!_byId.TryAdd(state.Transaction.TransactionId, state))
        {
            return;
        }

        if (state.CreatedAt is null)
        {
            _timeless.Add(state);
        }
        else
        {
            _inOrder.Enqueue(state);
        }

        if (KeyOf(state.WireKey) is { } start)
        {
            _byKey.TryAdd(start, []);
            _byKey[start].Add(state);
        }
    }

    public TransactionState? Find(TransactionReference? transaction) =>
        transaction is null ? null : _byId.GetValueOrDefault(transaction.TransactionId);

    public IReadOnlyList<TransactionState> Find(string? wireKey) =>
        KeyOf(wireKey) is { } start && _byKey.TryGetValue(start, out var found)
            ? found.FindAll(state => wireKey!.StartsWith(state.WireKey!, StringComparison.Ordinal))
            : [];

    public void Take(TransactionState state)
    {
        _byId.Remove(state.Transaction.TransactionId);
        if (KeyOf(state.WireKey) is { } start && _byKey.TryGetValue(start, out var list))
        {
            list.Remove(state);
            if (list.Count == 0)
            {
                _byKey.Remove(start);
            }
        }
    }

    /// <summary>Takes what is left of the transactions that were made before a time.</summary>
    public IEnumerable<TransactionState> TakeBefore(DateTimeOffset time)
    {
        while (_inOrder.TryPeek(out var first) && (first.CreatedAt < time || !IsThere(first)))
        {
            _inOrder.Dequeue();
            if (IsThere(first))
            {
                Take(first);
                yield return first;
            }
        }
    }

    /// <summary>Takes everything that is left.</summary>
    public IEnumerable<TransactionState> TakeAll()
    {
        foreach (var state in TakeBefore(DateTimeOffset.MaxValue).Concat(_timeless.Where(IsThere)))
        {
            Take(state);
            yield return state;
        }
    }

    /// <summary>The digits of a key that every mark has; none where there are fewer.</summary>
    public static string? KeyOf(string? wireKey) => wireKey is { Length: >= KeyDigits } ? wireKey[..KeyDigits] : null;

    private bool IsThere(TransactionState state) =>
        _byId.TryGetValue(state.Transaction.TransactionId, out var found) && ReferenceEquals(found, state);
}
