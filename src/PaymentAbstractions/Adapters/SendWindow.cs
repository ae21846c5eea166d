namespace PaymentAbstractions.Adapters;

/// <summary>The time in which an attempt may be sent, by the wall clock and by a clock that cannot be set.</summary>
internal sealed class SendWindow
{
    private readonly TimeProvider _time;
    private readonly long _opened;
    private readonly TimeSpan _length;

    /// <summary>Opens the window now.</summary>
    public SendWindow(TimeProvider time, TimeSpan length)
    {
        _time = time;
        _opened = time.GetTimestamp();
        _length = length;
        OpenedAt = time.GetUtcNow();
        SendBy = OpenedAt + length;
    }

    public DateTimeOffset OpenedAt { get; }

    public DateTimeOffset SendBy { get; }

    /// <summary>The time by the clock of the window.</summary>
    public DateTimeOffset Now => _time.GetUtcNow();

    // A suspended machine stops the one clock, a set-back wall clock the other: either may say that it is too late.
    public bool IsOpen => _time.GetUtcNow() <= SendBy && _time.GetElapsedTime(_opened) <= _length;
}
