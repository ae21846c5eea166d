namespace PaymentAbstractions.Sandbox;

/// <summary>A sandbox's clock for its client, whose timers also run out when a test says so.</summary>
/// <remarks>
/// A fact about a deadline then neither waits for it nor depends on how busy the machine is. Timers run out by themselves, too,
/// when their time has really passed. Thread-safe.
/// </remarks>
/// <param name="clock">The sandbox's clock, which gives the time of day.</param>
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

    /// <summary>Lets an hour pass for everything that measures time, and every timer that is running now run out on another thread.</summary>
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

    /// <summary>The times for which the timers were set that are running now.</summary>
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
