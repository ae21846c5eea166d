namespace PaymentAbstractions.Sandbox;

/// <summary>The time inside a sandbox: it stands still until a test moves it.</summary>
/// <remarks>
/// Settlement, expiry and duplicate windows follow this clock. Timers and timestamps run on the system's time, so that
/// the delays of faults and the deadlines of a client that shares this clock really pass. Safe for use by several threads.
/// </remarks>
public sealed class SandboxClock : TimeProvider
{
    private long _utcTicks;

    /// <summary>Starts a clock that stands at <paramref name="start"/>.</summary>
    /// <param name="start">The first instant that the clock shows.</param>
    public SandboxClock(DateTimeOffset start) => _utcTicks = start.UtcTicks;

    /// <summary>Always UTC, so that runs do not depend on the machine.</summary>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <summary>Returns the instant at which the clock stands.</summary>
    /// <returns>The current instant, in UTC.</returns>
    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _utcTicks), TimeSpan.Zero);

    /// <summary>Moves the clock forward.</summary>
    /// <param name="by">How far; zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="by"/> is negative.</exception>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        Interlocked.Add(ref _utcTicks, by.Ticks);
    }

    /// <summary>Sets the clock to an instant, which may lie in its past.</summary>
    /// <param name="instant">The instant to show from now on.</param>
    public void SetUtcNow(DateTimeOffset instant) => Interlocked.Exchange(ref _utcTicks, instant.UtcTicks);
}
