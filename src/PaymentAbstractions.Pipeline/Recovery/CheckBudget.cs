namespace PaymentAbstractions;

/// <summary>Limits the checks of closed payments per minute and gateway, and tracks paused gateways.</summary>
/// <remarks>Thread-safe. Applies to this process; each process has its own budget.</remarks>
internal sealed class CheckBudget(JournalClock time)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, List<DateTimeOffset>> _taken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> _pausedUntil = new(StringComparer.Ordinal);

    /// <summary>The end of the gateway's pause; <see langword="null"/> when it is not paused.</summary>
    public DateTimeOffset? PausedUntil(string gateway)
    {
        lock (_lock)
        {
            return _pausedUntil.TryGetValue(gateway, out var until) && until > time.GetUtcNow() ? until : null;
        }
    }

    /// <returns>The number of requested look-ups that may begin now.</returns>
    public int Take(string gateway, int wanted, int perMinute)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            if (_pausedUntil.GetValueOrDefault(gateway) > now)
            {
                return 0;
            }

            if (!_taken.TryGetValue(gateway, out var taken))
            {
                _taken[gateway] = taken = [];
            }

            // Times in the future were taken before the clock was set back.
            taken.RemoveAll(at => at <= now - Minute || at > now);
            var granted = Math.Clamp(perMinute - taken.Count, 0, wanted);
            taken.AddRange(Enumerable.Repeat(now, granted));
            return granted;
        }
    }

    /// <summary>Returns the unused part of the budget.</summary>
    public void GiveBack(string gateway, int unused)
    {
        lock (_lock)
        {
            var taken = _taken[gateway];
            var count = Math.Min(unused, taken.Count);
            taken.RemoveRange(taken.Count - count, count);
        }
    }

    /// <summary>Grants nothing until the given time.</summary>
    public void Pause(string gateway, DateTimeOffset until)
    {
        lock (_lock)
        {
            if (until > _pausedUntil.GetValueOrDefault(gateway))
            {
                _pausedUntil[gateway] = until;
            }
        }
    }
}
