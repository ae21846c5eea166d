namespace PaymentAbstractions.Sandbox.Tests.Clock;

public sealed class SandboxClockTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.FromHours(2));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

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
    public void Without_a_start_the_clock_runs_with_the_systems_time_and_can_be_moved()
    {
        var before = TimeProvider.System.GetUtcNow();
        var clock = new SandboxClock();
        var first = clock.GetUtcNow();

        clock.Advance(TimeSpan.FromDays(8));
        var moved = clock.GetUtcNow();
        clock.SetUtcNow(Start);
        var set = clock.GetUtcNow();

        Assert.True(first >= before && moved >= before.AddDays(8) && set >= Start, $"{first:O}, {moved:O}, {set:O}");
        Assert.True(SpinWait.SpinUntil(() => clock.GetUtcNow() > set, TimeSpan.FromMinutes(1)), "It stands still.");
    }

    [Fact]
    public async Task A_sandbox_has_the_systems_time_unless_it_is_given_one()
    {
        var before = TimeProvider.System.GetUtcNow();
        await using var rebilly = await RebillySandbox.StartAsync(cancellationToken: Token);
        await using var terminal = await VirtualTerminalSandbox.StartAsync(cancellationToken: Token);
        await using var standing = await RebillySandbox.StartAsync(new() { StartTime = Start }, Token);

        Assert.True(rebilly.Clock.GetUtcNow() >= before, $"{rebilly.Clock.GetUtcNow():O}");
        Assert.True(terminal.Clock.GetUtcNow() >= before, $"{terminal.Clock.GetUtcNow():O}");
        Assert.Equal(Start, standing.Clock.GetUtcNow());
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
