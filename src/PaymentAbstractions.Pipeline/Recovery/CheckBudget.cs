namespace PaymentAbstractions;

/// <summary>How many closed payments may be looked up again in a minute, for each gateway, and which gateways want to be left alone.</summary>
/// <remarks>Thread-safe. For this process: each of several has a budget of its own.</remarks>
internal sealed class CheckBudget(JournalClock time)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, List<DateTimeOffset>> _taken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> _pausedUntil = new(StringComparer.Ordinal);

    /// <summary>Until when the gateway wants to be left alone; none when it does not.</summary>
    public DateTimeOffset? PausedUntil(string gateway)
    {
        lock (_lock)
        {
            return _pausedUntil.TryGetValue(gateway, out var until) && until > time.GetUtcNow() ? until : null;
        }
    }

    /// <returns>How many of the wanted look-ups may begin now.</returns>
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

            // What lies ahead was taken before the clock was set back.
            taken.RemoveAll(at => at <= now - Minute || at > now);
            var granted = Math.Clamp(perMinute - taken.Count, 0, wanted);
            taken.AddRange(Enumerable.Repeat(now, granted));
            return granted;
        }
    }

    /// <summary>Gives back what was taken and not used.</summary>
    public void GiveBack(string gateway, int unused)
    {
        lock (_lock)
        {
            var taken = _taken[gateway];
            var count = Math.Min(unused, taken.Count);
            taken.RemoveRange(taken.Count - count, count);
        }
    }

    /// <summary>Grants nothing more until then.</summary>
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
