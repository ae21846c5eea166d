namespace PaymentAbstractions;

/// <summary>One run of a request through an adapter, with the gate between "may still be cancelled" and "sent".</summary>
/// <remarks>Thread-safe. The gate opens once: either the write begins or the caller has left, never both.</remarks>
public sealed class PaymentCall : IDisposable
{
    private const int Waiting = 0;
    private const int Sending = 1;
    private const int Left = 2;

    private readonly CancellationTokenSource _beforeSend = new();
    private int _state;

    /// <summary>Creates a call.</summary>
    /// <param name="request">The request.</param>
    /// <param name="startedAt">The time of the call.</param>
    public PaymentCall(PaymentRequest request, DateTimeOffset startedAt)
    {
        ArgumentNullException.ThrowIfNull(request);
        Request = request;
        StartedAt = startedAt;
    }

    /// <summary>The request.</summary>
    public PaymentRequest Request { get; }

    /// <summary>When the call began; nothing was sent earlier.</summary>
    public DateTimeOffset StartedAt { get; }

    /// <summary>Cancelled when the caller leaves before the write begins. Pass it to every read and to the write.</summary>
    public CancellationToken BeforeSend => _beforeSend.Token;

    /// <summary>Whether the write that moves money has begun.</summary>
    public bool SendHasBegun => Volatile.Read(ref _state) == Sending;

    /// <summary>Asked once by the transport, immediately before the first byte of the write that moves money.</summary>
    /// <returns><see langword="false"/> when the caller has left or a write of this call has begun before: do not send.</returns>
    public bool TryBeginSend() => Interlocked.CompareExchange(ref _state, Sending, Waiting) == Waiting;

    /// <summary>The caller does not wait any longer.</summary>
    /// <returns><see langword="true"/> when nothing was sent and nothing will be.</returns>
    public bool TryCancel()
    {
        if (Interlocked.CompareExchange(ref _state, Left, Waiting) != Waiting)
        {
            return false;
        }

        _beforeSend.Cancel();
        return true;
    }

    /// <inheritdoc />
    /// <remarks>Closes the gate: a caller that leaves later finds nothing to cancel.</remarks>
    public void Dispose()
    {
        Interlocked.CompareExchange(ref _state, Left, Waiting);
        _beforeSend.Dispose();
    }
}
