namespace PaymentAbstractions.Testing.Tests;

public sealed class ManualTimeProviderTests
{
    private static readonly DateTimeOffset Start = new(2031, 2, 3, 4, 5, 6, TimeSpan.FromHours(2));
    private readonly ManualTimeProvider _clock = new(Start);
    private readonly List<string> _fired = [];

    [Fact]
    public void It_shows_its_start_in_utc_until_it_is_moved()
    {
        Assert.Equal(Start, _clock.GetUtcNow());
        Assert.Equal(TimeSpan.Zero, _clock.GetUtcNow().Offset);
        Assert.Equal(TimeZoneInfo.Utc, _clock.LocalTimeZone);

        _clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(Start.AddMinutes(1), _clock.GetUtcNow());
    }

    [Fact]
    public void Timestamps_measure_what_the_clock_was_moved()
    {
        var before = _clock.GetTimestamp();

        _clock.Advance(TimeSpan.FromMilliseconds(1234.5));

        Assert.Equal(TimeSpan.FromMilliseconds(1234.5), _clock.GetElapsedTime(before));
    }

    [Fact]
    public void Going_back_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => _clock.Advance(TimeSpan.FromTicks(-1)));
    }

    [Fact]
    public void Timers_fire_in_due_order_and_see_their_own_due_time()
    {
        using var late = Timer("late", 3);
        using var first = Timer("first", 1);
        using var second = Timer("second", 1);
        using var never = Timer("never", 6);

        _clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(["first at 1", "second at 1", "late at 3"], _fired);
        Assert.Equal(Start.AddSeconds(5), _clock.GetUtcNow());
    }

    [Fact]
    public void A_timer_that_is_not_due_yet_does_not_fire()
    {
        using var timer = Timer("timer", 2);

        _clock.Advance(TimeSpan.FromSeconds(2) - TimeSpan.FromTicks(1));
        var before = _fired.Count;
        _clock.Advance(TimeSpan.FromTicks(1));

        Assert.Equal(0, before);
        Assert.Single(_fired);
    }

    [Fact]
    public void A_periodic_timer_fires_as_often_as_it_comes_due()
    {
        using var periodic = Timer("periodic", 1, period: 2);
        using var once = Timer("once", 4);

        _clock.Advance(TimeSpan.FromSeconds(6));

        Assert.Equal(["periodic at 1", "periodic at 3", "once at 4", "periodic at 5"], _fired);
    }

    [Fact]
    public void A_timer_of_zero_fires_as_soon_as_it_is_set()
    {
        using var timer = Timer("now", 0, period: 5);

        var atOnce = _fired.Count;
        _clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(1, atOnce);
        Assert.Equal(["now at 0", "now at 5"], _fired);
    }

    [Fact]
    public void A_changed_timer_forgets_its_former_due_time()
    {
        using var timer = Timer("timer", 1);

        var changed = timer.Change(TimeSpan.FromSeconds(4), Timeout.InfiniteTimeSpan);
        _clock.Advance(TimeSpan.FromSeconds(9));

        Assert.True(changed);
        Assert.Equal(["timer at 4"], _fired);
    }

    [Fact]
    public void An_infinite_due_time_stops_a_timer()
    {
        using var timer = Timer("timer", 1, period: 1);

        timer.Change(Timeout.InfiniteTimeSpan, TimeSpan.FromSeconds(1));
        _clock.Advance(TimeSpan.FromSeconds(9));

        Assert.Empty(_fired);
    }

    [Fact]
    public async Task A_disposed_timer_neither_fires_nor_changes()
    {
        var timer = Timer("timer", 1, period: 1);

        await timer.DisposeAsync();
        var changed = timer.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        _clock.Advance(TimeSpan.FromSeconds(9));

        Assert.False(changed);
        Assert.Empty(_fired);
    }

    [Theory]
    [InlineData(-2, 0)]
    [InlineData(0, -2)]
    public void A_negative_span_that_is_not_infinite_is_refused(int dueTime, int period)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            _clock.CreateTimer(_ => { }, null, TimeSpan.FromSeconds(dueTime), TimeSpan.FromSeconds(period))
        );
    }

    [Fact]
    public void A_callback_may_set_timers_that_come_due_on_the_same_way()
    {
        ITimer? inner = null;
        using var outer = _clock.CreateTimer(
            _ => inner = Timer("inner", 2),
            null,
            TimeSpan.FromSeconds(1),
            Timeout.InfiniteTimeSpan
        );

        _clock.Advance(TimeSpan.FromSeconds(5));
        inner!.Dispose();

        Assert.Equal(["inner at 3"], _fired);
    }

    [Fact]
    public void Moving_the_clock_in_a_callback_adds_up()
    {
        using var timer = _clock.CreateTimer(
            _ => _clock.Advance(TimeSpan.FromSeconds(10)),
            null,
            TimeSpan.FromSeconds(1),
            Timeout.InfiniteTimeSpan
        );

        _clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(Start.AddSeconds(12), _clock.GetUtcNow());
    }

    [Fact]
    public async Task Several_threads_may_move_the_clock()
    {
        var ticks = 0;
        using var timer = _clock.CreateTimer(
            _ => Interlocked.Increment(ref ticks),
            null,
            TimeSpan.FromSeconds(1),
            TimeSpan.FromSeconds(1)
        );

        var movers = Enumerable
            .Range(0, 4)
            .Select(_ =>
                Task.Run(
                    () =>
                    {
                        for (var i = 0; i < 25; i++)
                        {
                            _clock.Advance(TimeSpan.FromSeconds(1));
                        }
                    },
                    TestContext.Current.CancellationToken
                )
            );
        await Task.WhenAll(movers);

        Assert.Equal(Start.AddSeconds(100), _clock.GetUtcNow());
        Assert.Equal(100, ticks);
    }

    [Fact]
    public async Task Delays_and_timeouts_of_the_framework_follow_it()
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(2), _clock);
        var delay = Task.Delay(TimeSpan.FromSeconds(1), _clock, TestContext.Current.CancellationToken);

        _clock.Advance(TimeSpan.FromSeconds(1));
        await delay;
        var early = timeout.IsCancellationRequested;
        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.False(early);
        Assert.True(timeout.IsCancellationRequested);
    }

    private ITimer Timer(string name, int dueTime, int period = 0) =>
        _clock.CreateTimer(
            _ => _fired.Add($"{name} at {(_clock.GetUtcNow() - Start).TotalSeconds}"),
            null,
            TimeSpan.FromSeconds(dueTime),
            TimeSpan.FromSeconds(period)
        );
}
