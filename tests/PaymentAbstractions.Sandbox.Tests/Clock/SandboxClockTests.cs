namespace PaymentAbstractions.Sandbox.Tests.Clock;

public sealed class SandboxClockTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.FromHours(2));

    [Fact]
    public void The_clock_stands_still_until_moved()
    {
        var clock = new SandboxClock(Start);

        clock.Advance(TimeSpan.FromSeconds(90));

        Assert.Equal(Start.AddSeconds(90), clock.GetUtcNow());
        Assert.Equal(TimeSpan.Zero, clock.GetUtcNow().Offset);
        Assert.Equal(TimeZoneInfo.Utc, clock.LocalTimeZone);
    }

    [Fact]
    public void Deadlines_on_the_clock_follow_the_system_and_not_the_test()
    {
        var clock = new SandboxClock(Start);
        var before = clock.GetTimestamp();

        clock.Advance(TimeSpan.FromDays(365));

        Assert.Equal(TimeProvider.System.TimestampFrequency, clock.TimestampFrequency);
        Assert.InRange(clock.GetElapsedTime(before), TimeSpan.Zero, TimeSpan.FromDays(1));
    }

    [Fact]
    public void The_clock_can_be_set_but_not_advanced_backwards()
    {
        var clock = new SandboxClock(Start);

        clock.SetUtcNow(Start.AddDays(-1));

        Assert.Equal(Start.AddDays(-1), clock.GetUtcNow());
        Assert.Throws<ArgumentOutOfRangeException>(() => clock.Advance(TimeSpan.FromTicks(-1)));
    }
}
