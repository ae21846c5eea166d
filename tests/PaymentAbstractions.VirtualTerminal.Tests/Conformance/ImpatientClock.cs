namespace PaymentAbstractions.VirtualTerminal.Tests.Conformance;

/// <summary>The sandbox's clock, with timers that run out when the test says so and not before.</summary>
internal sealed class ImpatientClock(TimeProvider clock) : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly HashSet<Timer> _timers = [];
    private long _passed;

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

    public override long GetTimestamp() => Interlocked.Read(ref _passed);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state));
        lock (_gate)
        {
            _timers.Add(timer);
        }

        return timer;
    }

    /// <summary>Lets every timer that is running now run out, soon, on another thread.</summary>
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

    private sealed class Timer(ImpatientClock owner, Action runOut) : ITimer
    {
        public void RunOut() => runOut();

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
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
