using System.Runtime.InteropServices;

namespace PaymentAbstractions.Rebilly;

/// <summary>
/// The keys of sales, authorizations, credits and set-ups that this process sent and that may have moved money, for a day: a
/// repeat that is refused or not sent must not deny what the first one did. One for all gateways, because they may share an
/// account.
/// </summary>
/// <remarks>
/// Thread-safe. Approved ones stay as well: a caller who stopped waiting never saw the approval. What is older than a day is
/// dropped about once an hour.
/// </remarks>
internal sealed class SentCharges
{
    private static readonly TimeSpan SweepEvery = TimeSpan.FromHours(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<(AccountFingerprint, string WireKey), Entry> _sent = [];
    private DateTimeOffset _sweepAt = DateTimeOffset.MinValue;

    /// <summary>Notes a call before anything of it is sent.</summary>
    /// <returns>Whether another call under this key is under way or may have moved money.</returns>
    public bool Begin(RebillyAccount account, string wireKey)
    {
        var now = account.Time.GetUtcNow();
        lock (_gate)
        {
            Sweep(now);
            var key = (account.Fingerprint, wireKey);
            var isRepeat = _sent.TryGetValue(key, out var entry) && !IsOver(entry, now);
            _sent[key] = new Entry(isRepeat ? entry.Calls + 1 : 1, now);
            return isRepeat;
        }
    }

    /// <summary>The call itself did nothing; what others under the key may have done stays.</summary>
    public void Release(RebillyAccount account, string wireKey)
    {
        lock (_gate)
        {
            var key = (account.Fingerprint, wireKey);
            if (!_sent.TryGetValue(key, out var entry))
            {
                return;
            }

            if (entry.Calls > 1)
            {
                _sent[key] = entry with { Calls = entry.Calls - 1 };
            }
            else
            {
                _sent.Remove(key);
            }
        }
    }

    /// <summary>It is proven that no money moved under the key.</summary>
    public void Forget(RebillyAccount account, string wireKey)
    {
        lock (_gate)
        {
            _sent.Remove((account.Fingerprint, wireKey));
        }
    }

    private void Sweep(DateTimeOffset now)
    {
        if (now < _sweepAt)
        {
            return;
        }

        _sweepAt = Instants.After(now, SweepEvery);
        foreach (var (key, entry) in _sent)
        {
            if (IsOver(entry, now))
            {
                _sent.Remove(key);
            }
        }
    }

    private static bool IsOver(Entry entry, DateTimeOffset now) => now - entry.Latest > RebillyAccount.RequestIdWindow;

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Entry(int Calls, DateTimeOffset Latest);
}
