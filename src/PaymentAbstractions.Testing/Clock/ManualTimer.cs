namespace PaymentAbstractions.Testing;

/// <summary>A timer of <see cref="ManualTimeProvider"/>, whose lock guards the settable properties.</summary>
internal sealed class ManualTimer(ManualTimeProvider clock, TimerCallback callback, object? state) : ITimer
{
    private volatile bool _disposed;

    public DateTimeOffset Due { get; set; }

    public TimeSpan Period { get; set; }

    public long Order { get; set; }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        RequireTimerSpan(dueTime, nameof(dueTime));
        RequireTimerSpan(period, nameof(period));
        if (_disposed)
        {
            return false;
        }

        clock.Schedule(this, dueTime, period);
        return true;
    }

    public void Fire()
    {
        if (!_disposed)
        {
            callback(state);
        }
    }

    public void Dispose()
    {
        _disposed = true;
        clock.Remove(this);
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private static void RequireTimerSpan(TimeSpan span, string name)
    {
        if (span < TimeSpan.Zero && span != Timeout.InfiniteTimeSpan)
        {
            throw new ArgumentOutOfRangeException(name, span, "must not be negative, unless it is infinite.");
        }
    }
}
