namespace PaymentAbstractions.Journal.PostgreSql;

/// <summary>
/// The database's clock, advanced between two readings by the host's monotonic clock, and never ahead of the database. The host's wall
/// clock is used only until the first reading. This type is thread-safe.
/// </summary>
internal sealed class DatabaseClock(TimeProvider host) : TimeProvider
{
    private volatile Reading? _last;

    public override long TimestampFrequency => host.TimestampFrequency;

    /// <summary>Sets the clock to a time that the database has just returned.</summary>
    public void Set(DateTimeOffset time) => _last = new Reading(time, host.GetTimestamp());

    public override DateTimeOffset GetUtcNow() =>
        _last is { } last ? last.Time + host.GetElapsedTime(last.At) : host.GetUtcNow();

    public override long GetTimestamp() => host.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        host.CreateTimer(callback, state, dueTime, period);

    private sealed record Reading(DateTimeOffset Time, long At);
}
