namespace PaymentAbstractions.Adapters;

/// <summary>
/// Decides once whether the bytes of one write may leave. The caller, the time limits and the first byte compete for one field, so that
/// exactly one of them wins.
/// </summary>
/// <remarks>This type is thread-safe.</remarks>
internal sealed class SendGate(SendWindow? window = null, SendPhase phase = SendPhase.Waiting, bool mustAmend = false)
{
    private int _phase = (int)phase;
    private int _taken;
    private volatile bool _isLocked = mustAmend;

    /// <summary>Whether the adapter must record what it reads before the write.</summary>
    public bool MustAmend { get; } = mustAmend;

    public SendPhase Phase => (SendPhase)Volatile.Read(ref _phase);

    /// <summary>Whether a write was handed over to the code that opens the gate.</summary>
    public bool WasTaken => Volatile.Read(ref _taken) != 0;

    /// <summary>Hands the gate over with a write.</summary>
    /// <returns>Whether this is the first write; a second write is never sent.</returns>
    public bool TryTake() => Interlocked.Exchange(ref _taken, 1) == 0;

    /// <summary>Opens the gate immediately before the first byte, unless the time for sending has passed.</summary>
    /// <returns>The previous phase: the write may begin only after <see cref="SendPhase.Waiting"/>.</returns>
    public SendPhase Open()
    {
        if (_isLocked && Shut(SendPhase.NotAmended) == SendPhase.Waiting)
        {
            return SendPhase.NotAmended;
        }

        if (window is { IsOpen: false } && Shut(SendPhase.TooLate) == SendPhase.Waiting)
        {
            return SendPhase.TooLate;
        }

        return Shut(SendPhase.Sending);
    }

    /// <summary>Allows the write, because the required reading is recorded.</summary>
    public void Unlock() => _isLocked = false;

    /// <summary>Leaves <see cref="SendPhase.Waiting"/>; the gate never returns to it.</summary>
    /// <param name="to">The phase that gives the reason.</param>
    /// <returns>The previous phase.</returns>
    public SendPhase Shut(SendPhase to) =>
        (SendPhase)Interlocked.CompareExchange(ref _phase, (int)to, (int)SendPhase.Waiting);
}
