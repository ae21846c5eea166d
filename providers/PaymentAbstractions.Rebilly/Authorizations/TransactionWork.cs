namespace PaymentAbstractions.Rebilly;

/// <summary>
/// What this process does and did to transactions: one capture, void or refund at a time works on each, and what was sent is
/// remembered for a day, so that nothing in doubt is sent again. One for all gateways, because they may share an account.
/// </summary>
/// <remarks>Thread-safe. What is older than a day is dropped about once an hour.</remarks>
internal sealed class TransactionWork
{
    private static readonly TimeSpan SweepEvery = TimeSpan.FromHours(1);

    private readonly KeyedLock _turns = new();
    private readonly Lock _gate = new();
    private readonly Dictionary<(AccountFingerprint, string Transaction), List<SentWrite>> _sent = [];
    private DateTimeOffset _sweepAt = DateTimeOffset.MinValue;

    /// <summary>Waits for the turn on a transaction; dispose the result to end it.</summary>
    public Task<IDisposable> EnterAsync(RebillyAccount account, string id, CancellationToken cancellationToken) =>
        _turns.EnterAsync($"{account.Fingerprint}:{id}", cancellationToken);

    /// <summary>Notes a write before it is sent; until more is known it is in doubt.</summary>
    /// <returns>Whether none was sent under this key before.</returns>
    public bool Sending(RebillyAccount account, string id, SentWrite write)
    {
        lock (_gate)
        {
            var now = account.Time.GetUtcNow();
            Sweep(now);
            var key = (account.Fingerprint, id);
            if (!_sent.TryGetValue(key, out var writes))
            {
                _sent.Add(key, writes = []);
            }

            writes.RemoveAll(old => IsOver(old, now));
            if (writes.Exists(known => known.WireKey == write.WireKey))
            {
                return false;
            }

            writes.Add(write);
            return true;
        }
    }

    /// <summary>The write made a child, whatever that proves.</summary>
    public void Made(RebillyAccount account, string id, string wireKey, string childId)
    {
        lock (_gate)
        {
            if (
                _sent.TryGetValue((account.Fingerprint, id), out var writes)
                && writes.FindIndex(write => write.WireKey == wireKey) is var index and >= 0
            )
            {
                writes[index] = writes[index] with { ChildId = childId };
            }
        }
    }

    /// <summary>The write did nothing.</summary>
    public void Forget(RebillyAccount account, string id, string wireKey)
    {
        lock (_gate)
        {
            var key = (account.Fingerprint, id);
            if (
                _sent.TryGetValue(key, out var writes)
                && writes.RemoveAll(write => write.WireKey == wireKey) > 0
                && writes.Count == 0
            )
            {
                _sent.Remove(key);
            }
        }
    }

    /// <summary>What was sent under a key.</summary>
    public SentWrite? Find(RebillyAccount account, string id, string wireKey) =>
        Remembered(account, id, write => write.WireKey == wireKey).FirstOrDefault();

    /// <summary>What was sent on a transaction under other keys and is in doubt.</summary>
    public IReadOnlyList<SentWrite> OthersInDoubt(RebillyAccount account, string id, string wireKey) =>
        Remembered(account, id, write => write.WireKey != wireKey && write.ChildId is null);

    private List<SentWrite> Remembered(RebillyAccount account, string id, Predicate<SentWrite> matches)
    {
        var now = account.Time.GetUtcNow();
        lock (_gate)
        {
            return _sent.TryGetValue((account.Fingerprint, id), out var writes)
                ? writes.FindAll(write => !IsOver(write, now) && matches(write))
                : [];
        }
    }

    private void Sweep(DateTimeOffset now)
    {
        if (now < _sweepAt)
        {
            return;
        }

        _sweepAt = Instants.After(now, SweepEvery);
        foreach (var (key, writes) in _sent.ToList())
        {
            if (writes.RemoveAll(write => IsOver(write, now)) > 0 && writes.Count == 0)
            {
                _sent.Remove(key);
            }
        }
    }

    // After a day the transaction's own status and children tell what became of it.
    private static bool IsOver(SentWrite write, DateTimeOffset now) =>
        now - write.SentAt > RebillyAccount.RequestIdWindow;
}
