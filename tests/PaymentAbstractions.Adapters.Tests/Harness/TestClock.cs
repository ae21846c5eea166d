namespace PaymentAbstractions.Adapters.Tests;

/// <summary>A clock that stands still until a test moves it. Timers run on the system's time.</summary>
public sealed class TestClock : TimeProvider
{
    public static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public DateTimeOffset Now { get; set; } = Start;

    public override DateTimeOffset GetUtcNow() => Now;
}
