namespace PaymentAbstractions.Sandbox;

/// <summary>A sandbox's clock for its client. A test can make its timers run out immediately.</summary>
/// <remarks>
/// A test of a deadline therefore neither waits for it nor depends on the load of the machine. Timers also run out when their time has
/// actually passed. Thread-safe.
/// </remarks>
/// <param name="clock">The sandbox's clock, which supplies the time of day.</param>
public sealed class ImpatientClock(TimeProvider clock) : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly HashSet<Timer> _timers = [];
    private long _passed;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

    /// <inheritdoc />
    public override long GetTimestamp() => System.GetTimestamp() + Interlocked.Read(ref _passed);

    /// <inheritdoc />
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new Timer(this, () => callback(state));
        lock (_gate)
        {
            _timers.Add(timer);
        }

        timer.Start(dueTime, period);
        return timer;
    }

    /// <summary>Lets one hour pass for all time measurements, and makes all running timers run out on another thread.</summary>
    public void LetDeadlinesPass()
    {
        Interlocked.Add(ref _passed, TimestampFrequency * 3600);
        Timer[] due;
        lock (_gate)
        {
            due = [.. _timers];
        }

        foreach (var timer in due)
        {
            ThreadPool.QueueUserWorkItem(static one => one.RunOut(), timer, preferLocal: false);
        }
    }

    /// <summary>The durations of all timers that are currently running.</summary>
    public IReadOnlyList<TimeSpan> RunningTimers
    {
        get
        {
            lock (_gate)
            {
                return [.. _timers.Select(timer => timer.DueTime).Where(time => time > TimeSpan.Zero)];
            }
        }
    }

    private sealed class Timer(ImpatientClock owner, Action runOut) : ITimer
    {
        private ITimer? _real;

        public TimeSpan DueTime { get; private set; }

        public void Start(TimeSpan dueTime, TimeSpan period)
        {
            DueTime = dueTime;
            _real = System.CreateTimer(static timer => ((Timer)timer!).RunOut(), this, dueTime, period);
        }

        public void RunOut() => runOut();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            DueTime = dueTime;
            return _real!.Change(dueTime, period);
        }

        public void Dispose()
        {
            _real!.Dispose();
            lock (owner._gate)
            {
                owner._timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
