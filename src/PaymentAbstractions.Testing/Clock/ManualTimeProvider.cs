namespace PaymentAbstractions.Testing;

/// <summary>A clock that a test advances manually, and that fires the timers that become due.</summary>
/// <remarks>
/// Thread-safe. Callbacks run on the thread that advances the clock, in the order of their due times; callbacks with equal due times run in
/// the order in which their timers were set. During a callback the clock shows the due time. A timer with a due time of zero fires
/// immediately. <see cref="Advance"/> throws the exceptions of callbacks.
/// </remarks>
public sealed class ManualTimeProvider : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<ManualTimer> _timers = [];
    private readonly DateTimeOffset _start;
    private DateTimeOffset _now;
    private DateTimeOffset _target;
    private long _order;

    /// <summary>Creates a clock that starts at midnight UTC on January 1, 2030.</summary>
    public ManualTimeProvider()
        : this(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero)) { }

    /// <summary>Creates a clock.</summary>
    /// <param name="start">The initial time.</param>
    public ManualTimeProvider(DateTimeOffset start)
    {
        _start = _now = _target = start.ToUniversalTime();
    }

    /// <inheritdoc />
    /// <remarks>UTC, so that tests do not depend on the machine.</remarks>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc />
    /// <remarks>Ten million: the timestamp is the number of ticks since the start.</remarks>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _now;
        }
    }

    /// <inheritdoc />
    public override long GetTimestamp() => (GetUtcNow() - _start).Ticks;

    /// <summary>Advances the clock and fires every timer that becomes due, periodic timers as often as necessary.</summary>
    /// <param name="by">The duration, zero or more. Calls from several threads or from a callback are added up.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="by"/> is negative.</exception>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        DateTimeOffset target;
        lock (_lock)
        {
            target = _target += by;
        }

        while (NextDue(target) is { } timer)
        {
            timer.Fire();
        }
    }

    /// <inheritdoc />
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    internal void Schedule(ManualTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        bool isDue;
        lock (_lock)
        {
            _timers.Remove(timer);
            if (dueTime == Timeout.InfiniteTimeSpan)
            {
                return;
            }

            timer.Period = period == TimeSpan.Zero ? Timeout.InfiniteTimeSpan : period;
            isDue = dueTime == TimeSpan.Zero;
            if (isDue)
            {
                timer.Due = _now;
                PutBack(timer);
            }
            else
            {
                timer.Due = _now + dueTime;
                Add(timer);
            }
        }

        if (isDue)
        {
            timer.Fire();
        }
    }

    internal void Remove(ManualTimer timer)
    {
        lock (_lock)
        {
            _timers.Remove(timer);
        }
    }

    private ManualTimer? NextDue(DateTimeOffset target)
    {
        lock (_lock)
        {
            var timer = _timers.Where(timer => timer.Due <= target).MinBy(timer => (timer.Due, timer.Order));
            if (timer is null)
            {
                _now = target > _now ? target : _now;
                return null;
            }

            _now = timer.Due > _now ? timer.Due : _now;
            _timers.Remove(timer);
            PutBack(timer);
            return timer;
        }
    }

    private void PutBack(ManualTimer timer)
    {
        if (timer.Period != Timeout.InfiniteTimeSpan)
        {
            timer.Due += timer.Period;
            Add(timer);
        }
    }

    private void Add(ManualTimer timer)
    {
        timer.Order = _order++;
        _timers.Add(timer);
    }
}
