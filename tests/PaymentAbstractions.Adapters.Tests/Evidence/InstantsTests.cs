namespace PaymentAbstractions.Adapters.Tests;

public sealed class InstantsTests
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    [Fact]
    public void An_instant_moves_by_a_span()
    {
        Assert.Equal(ConformanceHarness.Start - Day, Instants.Before(ConformanceHarness.Start, Day));
        Assert.Equal(ConformanceHarness.Start + Day, Instants.After(ConformanceHarness.Start, Day));
    }

    [Fact]
    public void An_instant_never_leaves_the_calendar()
    {
        Assert.Equal(DateTimeOffset.MinValue, Instants.Before(DateTimeOffset.MinValue, Day));
        Assert.Equal(DateTimeOffset.MinValue, Instants.Before(DateTimeOffset.MinValue + Day, TimeSpan.MaxValue));
        Assert.Equal(DateTimeOffset.MaxValue, Instants.After(DateTimeOffset.MaxValue, Day));
        Assert.Equal(DateTimeOffset.MaxValue, Instants.After(DateTimeOffset.MinValue, TimeSpan.MaxValue));
    }

    [Fact]
    public void An_instant_is_shown_in_utc_in_every_culture() =>
        Assert.Equal(
            "2026-03-01T12:00:00Z",
            Instants.Show(new DateTimeOffset(2026, 3, 1, 14, 0, 0, TimeSpan.FromHours(2)))
        );
}
