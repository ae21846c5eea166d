namespace PaymentAbstractions;

/// <summary>A window over the provider's list: transactions that were read but not taken yet, by id or key.</summary>
/// <remarks>Not thread-safe. Each comparison has its own.</remarks>
internal sealed class ListedTransactions
{
    // Every mark in a description contains at least this many digits of the key.
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

    /// <summary>Takes the remaining transactions that were made before a time.</summary>
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

    /// <summary>Takes all remaining transactions.</summary>
    public IEnumerable<TransactionState> TakeAll()
    {
        foreach (var state in TakeBefore(DateTimeOffset.MaxValue).Concat(_timeless.Where(IsThere)))
        {
            Take(state);
            yield return state;
        }
    }

    /// <summary>The digits of a key that every mark contains; <see langword="null"/> for a key with fewer digits.</summary>
    public static string? KeyOf(string? wireKey) => wireKey is { Length: >= KeyDigits } ? wireKey[..KeyDigits] : null;

    private bool IsThere(TransactionState state) =>
        _byId.TryGetValue(state.Transaction.TransactionId, out var found) && ReferenceEquals(found, state);
}
