namespace PaymentAbstractions.VirtualTerminal;

/// <summary>
/// What this process credited, or may have, on settled sales within the last day. The provider does not link a credit to its
/// sale and keeps no count, so two refunds at once would pay twice.
/// </summary>
/// <remarks>Thread-safe. One for all gateways of the process, because they may share an account. Holds no secret.</remarks>
internal sealed class CreditedHere
{
    private static readonly TimeSpan Memory = TimeSpan.FromDays(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<(AccountFingerprint, long Sale), List<Entry>> _entries = [];
    private DateTimeOffset _sweepAt = DateTimeOffset.MinValue;

    /// <summary>What was credited, or may have been.</summary>
    public Money Sum(VirtualTerminalAccount account, long sale)
    {
        var now = account.Time.GetUtcNow();
        lock (_gate)
        {
            var sum = Money.Zero(account.Currency);
            if (_entries.TryGetValue((account.Fingerprint, sale), out var entries))
            {
                foreach (var entry in entries.Where(entry => now - entry.At <= Memory))
                {
                    sum += entry.Amount;
                }
            }

            return sum;
        }
    }

    /// <summary>Notes a credit before it is sent.</summary>
    /// <returns>What takes the note back, for a credit that was refused or not sent.</returns>
    public Action Note(VirtualTerminalAccount account, long sale, Money amount)
    {
        var now = account.Time.GetUtcNow();
        var key = (account.Fingerprint, sale);
        var entry = new Entry(amount, now);
        lock (_gate)
        {
            Sweep(now);
            if (!_entries.TryGetValue(key, out var entries))
            {
                _entries.Add(key, entries = []);
            }

            entries.Add(entry);
        }

        return () =>
        {
            lock (_gate)
            {
                if (_entries.TryGetValue(key, out var entries) && entries.Remove(entry) && entries.Count == 0)
                {
                    _entries.Remove(key);
                }
            }
        };
    }

    private void Sweep(DateTimeOffset now)
    {
        if (now < _sweepAt)
        {
            return;
        }

        _sweepAt = now.AddHours(1);
        foreach (var (key, entries) in _entries.ToList())
        {
            if (entries.RemoveAll(entry => now - entry.At > Memory) > 0 && entries.Count == 0)
            {
                _entries.Remove(key);
            }
        }
    }

    private sealed class Entry(Money amount, DateTimeOffset at)
    {
        public Money Amount { get; } = amount;

        public DateTimeOffset At { get; } = at;
    }
}
