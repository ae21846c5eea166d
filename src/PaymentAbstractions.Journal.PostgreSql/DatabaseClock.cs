namespace PaymentAbstractions.Journal.PostgreSql;

/// <summary>
/// The database's clock, told between two readings by the host's monotonic one; never ahead of it. The host's wall clock counts only until
/// the first reading. Thread-safe.
/// </summary>
internal sealed class DatabaseClock(TimeProvider host) : TimeProvider
{
    private volatile Reading? _last;

    public override long TimestampFrequency => host.TimestampFrequency;

    /// <summary>Takes over a time that the database has just told.</summary>
    public void Set(DateTimeOffset time) => _last = new Reading(time, host.GetTimestamp());

    public override DateTimeOffset GetUtcNow() =>
        _last is { } last ? last.Time + host.GetElapsedTime(last.At) : host.GetUtcNow();

    public override long GetTimestamp() => host.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        host.CreateTimer(callback, state, dueTime, period);

    private sealed record Reading(DateTimeOffset Time, long At);
}
