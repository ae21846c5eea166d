namespace PaymentAbstractions.Adapters;

/// <summary>
/// The time in which an attempt may be sent. It is measured by the clock of the journal, by the host's wall clock, and by a monotonic
/// clock.
/// </summary>
internal sealed class SendWindow
{
    private readonly TimeProvider _time;
    private readonly TimeProvider? _host;
    private readonly DateTimeOffset _openedOnHost;
    private readonly long _opened;
    private readonly TimeSpan _length;

    /// <summary>Opens the window now.</summary>
    /// <param name="time">The clock that decides.</param>
    /// <param name="length">How long the window is open.</param>
    /// <param name="host">The host's own clock; <see langword="null"/> when that is <paramref name="time"/>.</param>
    public SendWindow(TimeProvider time, TimeSpan length, TimeProvider? host = null)
    {
        _time = time;
        _host = host;
        var onHost = host?.GetUtcNow();
        _opened = time.GetTimestamp();
        _length = length;
        OpenedAt = time.GetUtcNow();
        _openedOnHost = onHost ?? OpenedAt;
        SendBy = OpenedAt + length;
    }

    public DateTimeOffset OpenedAt { get; }

    public DateTimeOffset SendBy { get; }

    /// <summary>The current time by the clock of the window.</summary>
    public DateTimeOffset Now => _time.GetUtcNow();

    // A suspended machine stops the monotonic clock, and with it the time of a database that is derived from it; the host's wall clock goes
    // on. A wall clock with a constant error does no harm here, and one that was set back proves nothing.
    public bool IsOpen
    {
        get
        {
            var now = _time.GetUtcNow();
            return now <= SendBy && _time.GetElapsedTime(_opened) <= _length && HasHostTime(_host?.GetUtcNow() ?? now);
        }
    }

    private bool HasHostTime(DateTimeOffset now) => now >= _openedOnHost && now - _openedOnHost <= _length;
}
