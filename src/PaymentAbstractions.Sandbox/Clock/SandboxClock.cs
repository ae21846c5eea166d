namespace PaymentAbstractions.Sandbox;

/// <summary>
/// The time inside a sandbox. It runs with the system's time, as a provider's clock does; started at an instant, it stands
/// still until a test moves it.
/// </summary>
/// <remarks>
/// Settlement, expiry and duplicate windows follow this clock. Timers and timestamps run on the system's time, so that
/// the delays of faults and the deadlines of a client that shares this clock really pass. Safe for use by several threads.
/// </remarks>
public sealed class SandboxClock : TimeProvider
{
    private readonly bool _runs;

    // The instant at which the clock stands, or how far it is ahead of the system's time.
    private long _ticks;

    /// <summary>Starts a clock that runs with the system's time.</summary>
    public SandboxClock() => _runs = true;

    /// <summary>Starts a clock that stands at <paramref name="start"/>.</summary>
    /// <param name="start">The first instant that the clock shows.</param>
    public SandboxClock(DateTimeOffset start) => _ticks = start.UtcTicks;

    /// <summary>Always UTC, so that runs do not depend on the machine.</summary>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <summary>Returns the instant that the clock shows.</summary>
    /// <returns>The current instant, in UTC.</returns>
    public override DateTimeOffset GetUtcNow() =>
        new((_runs ? System.GetUtcNow().UtcTicks : 0) + Interlocked.Read(ref _ticks), TimeSpan.Zero);

    /// <summary>Moves the clock forward.</summary>
    /// <param name="by">How far; zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="by"/> is negative.</exception>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        Interlocked.Add(ref _ticks, by.Ticks);
    }

    /// <summary>Sets the clock to an instant, which may lie in its past; a clock that runs goes on from there.</summary>
    /// <param name="instant">The instant to show.</param>
    public void SetUtcNow(DateTimeOffset instant) =>
        Interlocked.Exchange(ref _ticks, instant.UtcTicks - (_runs ? System.GetUtcNow().UtcTicks : 0));
}
