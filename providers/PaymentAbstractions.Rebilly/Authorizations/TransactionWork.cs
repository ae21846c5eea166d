using System.Collections.Concurrent;

namespace PaymentAbstractions.Rebilly;

/// <summary>
/// What this process does and did to transactions: one capture, void or refund at a time works on each, and what was sent is
/// remembered for a day, so that nothing in doubt is sent again. One for all gateways, because they may share an account.
/// </summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class TransactionWork
{
    private readonly KeyedLock _turns = new();
    private readonly ConcurrentDictionary<(AccountFingerprint, string Transaction, string WireKey), SentWrite> _sent =
        new();

    /// <summary>Waits for the turn on a transaction; dispose the result to end it.</summary>
    public Task<IDisposable> EnterAsync(RebillyAccount account, string id, CancellationToken cancellationToken) =>
        _turns.EnterAsync($"{account.Fingerprint}:{id}", cancellationToken);

    /// <summary>Notes a write before it is sent; until more is known it is in doubt.</summary>
    /// <returns>Whether none was sent under this key before.</returns>
    public bool Sending(RebillyAccount account, string id, SentWrite write)
    {
        foreach (var (key, old) in _sent)
        {
            if (IsOver(account, old))
            {
                _sent.TryRemove(key, out _);
            }
        }

        return _sent.TryAdd((account.Fingerprint, id, write.WireKey), write);
    }

    /// <summary>The write made a child, whatever that proves.</summary>
    public void Made(RebillyAccount account, string id, string wireKey, string childId)
    {
        var key = (account.Fingerprint, id, wireKey);
        if (_sent.TryGetValue(key, out var write))
        {
            _sent[key] = write with { ChildId = childId };
        }
    }

    /// <summary>The write did nothing, or all that it did can be read at Rebilly.</summary>
    public void Forget(RebillyAccount account, string id, string wireKey) =>
        _sent.TryRemove((account.Fingerprint, id, wireKey), out _);

    /// <summary>What was sent under a key.</summary>
    public SentWrite? Find(RebillyAccount account, string id, string wireKey) =>
        _sent.TryGetValue((account.Fingerprint, id, wireKey), out var write) && !IsOver(account, write) ? write : null;

    /// <summary>What was sent on a transaction under other keys and is in doubt.</summary>
    public IReadOnlyList<SentWrite> OthersInDoubt(RebillyAccount account, string id, string wireKey) =>
        [
            .. _sent
                .Where(pair =>
                    pair.Key.Item1 == account.Fingerprint
                    && pair.Key.Transaction == id
                    && pair.Key.WireKey != wireKey
                    && pair.Value.ChildId is null
                    && !IsOver(account, pair.Value)
                )
                .Select(pair => pair.Value),
        ];

    // After a day the transaction's own status and children tell what became of it.
    private static bool IsOver(RebillyAccount account, SentWrite write) =>
        account.Time.GetUtcNow() - write.SentAt > RebillyAccount.RequestIdWindow;
}
