namespace PaymentAbstractions.Allocations;

/// <summary>The system clock, which counts how often it is read.</summary>
internal sealed class CountingClock : TimeProvider
{
    private int _readings;

    public int Readings => Volatile.Read(ref _readings);

    public override DateTimeOffset GetUtcNow()
    {
        Interlocked.Increment(ref _readings);
        return base.GetUtcNow();
    }
}
