using PaymentAbstractions.Sandbox;

namespace PaymentAbstractions.Chaos;

/// <summary>Lets the sandboxes' clocks follow the machine's, as a provider's does, and jump when they are told to.</summary>
internal sealed class SandboxTime : IDisposable
{
    private readonly SandboxClock[] _clocks;
    private readonly Timer _timer;
    private long _ahead;

    public SandboxTime(params SandboxClock[] clocks)
    {
        _clocks = clocks;
        _timer = new Timer(_ => Follow(), null, TimeSpan.Zero, TimeSpan.FromMilliseconds(5));
    }

    public void Advance(TimeSpan by)
    {
        Interlocked.Add(ref _ahead, by.Ticks);
        Follow();
    }

    public void Dispose() => _timer.Dispose();

    private void Follow()
    {
        var now = TimeProvider.System.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _ahead));
        foreach (var clock in _clocks)
        {
            clock.SetUtcNow(now);
        }
    }
}
