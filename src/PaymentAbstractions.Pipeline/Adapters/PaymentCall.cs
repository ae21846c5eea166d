namespace PaymentAbstractions;

/// <summary>One run of a request through an adapter, with the gate between "may still be cancelled" and "sent".</summary>
/// <remarks>
/// Thread-safe. The gate opens once: either the write begins or the caller has left, never both. It stays shut when the time for
/// sending has passed, so that a paused process that wakes up late does not send.
/// </remarks>
public sealed class PaymentCall : IDisposable
{
    private const int Waiting = 0;
    private const int Sending = 1;
    private const int Left = 2;

    private readonly CancellationTokenSource _beforeSend = new();
    private readonly SendWindow? _window;
    private int _state;
    private volatile bool _isTooLate;

    /// <summary>Creates a call that may be sent at any time.</summary>
    /// <param name="request">The request.</param>
    /// <param name="startedAt">The time of the call.</param>
    public PaymentCall(PaymentRequest request, DateTimeOffset startedAt)
        : this(request, startedAt, window: null) { }

    /// <summary>Creates a call that begins now and may be sent for a while.</summary>
    /// <param name="request">The request.</param>
    /// <param name="timeProvider">The clock; its wall time and its timestamps are both heeded.</param>
    /// <param name="sendWithin">How long the write may begin.</param>
    public PaymentCall(PaymentRequest request, TimeProvider timeProvider, TimeSpan sendWithin)
        : this(request, Now(timeProvider), new SendWindow(timeProvider, sendWithin)) { }

    internal PaymentCall(PaymentRequest request, DateTimeOffset startedAt, SendWindow? window)
    {
        ArgumentNullException.ThrowIfNull(request);
        Request = request;
        StartedAt = startedAt;
        _window = window;
    }

    /// <summary>The request.</summary>
    public PaymentRequest Request { get; }

    /// <summary>When the call began; nothing was sent earlier.</summary>
    public DateTimeOffset StartedAt { get; }

    /// <summary>The time after which the write may not begin any more; none when there is no limit.</summary>
    public DateTimeOffset? SendBy => _window?.SendBy;

    /// <summary>Whether the gate stayed shut because the time for sending had passed.</summary>
    public bool SendByPassed => _isTooLate;

    /// <summary>Cancelled when the caller leaves before the write begins. Pass it to every read and to the write.</summary>
    public CancellationToken BeforeSend => _beforeSend.Token;

    /// <summary>Whether the write that moves money has begun.</summary>
    public bool SendHasBegun => Volatile.Read(ref _state) == Sending;

    /// <summary>Asked once by the transport, immediately before the first byte of the write that moves money.</summary>
    /// <returns>
    /// <see langword="false"/> when the caller has left, the time for sending has passed or a write of this call has begun before:
    /// do not send.
    /// </returns>
    public bool TryBeginSend()
    {
        if (_window is { IsOpen: false } && TryClose())
        {
            _isTooLate = true;
            return false;
        }

        return Interlocked.CompareExchange(ref _state, Sending, Waiting) == Waiting;
    }

    /// <summary>The caller does not wait any longer.</summary>
    /// <returns><see langword="true"/> when nothing was sent and nothing will be.</returns>
    public bool TryCancel()
    {
        if (!TryClose())
        {
            return false;
        }

        AbortWhatPrecedes();
        return true;
    }

    /// <inheritdoc />
    /// <remarks>Closes the gate: a caller that leaves later finds nothing to cancel.</remarks>
    public void Dispose()
    {
        TryClose();
        _beforeSend.Dispose();
    }

    internal bool TryClose() => Interlocked.CompareExchange(ref _state, Left, Waiting) == Waiting;

    internal void AbortWhatPrecedes()
    {
        try
        {
            _beforeSend.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The run has ended meanwhile.
        }
    }

    private static DateTimeOffset Now(TimeProvider timeProvider)
    {
        ArgumentNullException.ThrowIfNull(timeProvider);
        return timeProvider.GetUtcNow();
    }
}
