namespace PaymentAbstractions.Chaos;

/// <summary>The machine's time, with a wall clock that can be set forward; timers and timestamps are real.</summary>
internal sealed class ShiftedTime(TimeSpan ahead) : TimeProvider
{
    private long _ahead = ahead.Ticks;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _ahead));

    public void Advance(TimeSpan by) => Interlocked.Add(ref _ahead, by.Ticks);
}
