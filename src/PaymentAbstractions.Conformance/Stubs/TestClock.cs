namespace PaymentAbstractions.Conformance;

/// <summary>A clock that stands still until a test sets it. Timers run on the system's time.</summary>
/// <remarks>Not thread-safe: set it from one thread at a time.</remarks>
public sealed class TestClock : TimeProvider
{
    /// <summary>What every clock shows first: noon (UTC) on 1 March 2026.</summary>
    public static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>What the clock shows; default <see cref="Start"/>.</summary>
    public DateTimeOffset Now { get; set; } = Start;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => Now;
}
