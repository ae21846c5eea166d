namespace PaymentAbstractions.Sandbox;

/// <summary>
/// The time inside a sandbox. By default it follows the system's time, like a provider's clock; if it was created with a start time, it
/// stands still until a test advances it.
/// </summary>
/// <remarks>
/// Settlement, expiry and duplicate windows follow this clock. Timers and timestamps follow the system's time, so that the delays of faults
/// and the deadlines of a client that shares this clock actually pass. Thread-safe.
/// </remarks>
public sealed class SandboxClock : TimeProvider
{
    private readonly bool _runs;

    // The instant of a stopped clock, or the offset of a running clock from the system's time.
    private long _ticks;

    /// <summary>Creates a clock that follows the system's time.</summary>
    public SandboxClock() => _runs = true;

    /// <summary>Creates a clock that stands still at <paramref name="start"/>.</summary>
    /// <param name="start">The initial time.</param>
    public SandboxClock(DateTimeOffset start) => _ticks = start.UtcTicks;

    /// <summary>Always UTC, so that tests do not depend on the machine.</summary>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <summary>Returns the current time of the clock.</summary>
    /// <returns>The time in UTC.</returns>
    public override DateTimeOffset GetUtcNow() =>
        new((_runs ? System.GetUtcNow().UtcTicks : 0) + Interlocked.Read(ref _ticks), TimeSpan.Zero);

    /// <summary>Advances the clock.</summary>
    /// <param name="by">The duration, zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="by"/> is negative.</exception>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        Interlocked.Add(ref _ticks, by.Ticks);
    }

    /// <summary>Sets the clock to an instant, which may be in its past; a running clock continues from there.</summary>
    /// <param name="instant">The new time.</param>
    public void SetUtcNow(DateTimeOffset instant) =>
        Interlocked.Exchange(ref _ticks, instant.UtcTicks - (_runs ? System.GetUtcNow().UtcTicks : 0));
}
