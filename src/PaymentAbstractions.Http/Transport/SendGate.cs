namespace PaymentAbstractions.Http;

/// <summary>
/// Decides, once and for all, whether the content of one attempt may be written. A cancellation, a timeout and the
/// first byte compete for one field, so exactly one of them wins.
/// </summary>
internal sealed class SendGate : IDisposable
{
    // Not disposed: it holds no timer and no wait handle, and late callbacks may still signal it.
    private readonly CancellationTokenSource _abort = new();
    private readonly TimeProvider _time;
    private readonly long _started;
    private readonly TimeSpan _deadline;
    private readonly TransportRequest _request;
    private readonly ITimer _timer;
    private readonly CancellationTokenRegistration _caller;
    private readonly CancellationTokenRegistration _shutdown;
    private int _phase;
    private int _passes;

    public SendGate(
        TransportRequest request,
        PaymentTransportOptions options,
        TimeProvider time,
        CancellationToken caller,
        CancellationToken shutdown
    )
    {
        _request = request;
        _time = time;
        _deadline = options.Deadline;
        HasContent = request.IsWrite || request.Content is not null;
        // Without a content object nothing can prove that a request was not sent.
        _phase = (int)(HasContent ? SendPhase.Waiting : SendPhase.Sending);
        _started = time.GetTimestamp();
        var due = HasContent && options.SendTimeout < _deadline ? options.SendTimeout : _deadline;
        _timer = time.CreateTimer(static gate => ((SendGate)gate!).OnTimer(), this, due, Timeout.InfiniteTimeSpan);
        _caller = caller.UnsafeRegister(static gate => ((SendGate)gate!).OnCallerCanceled(), this);
        _shutdown = shutdown.UnsafeRegister(static gate => ((SendGate)gate!).OnShutdown(), this);
    }

    public bool HasContent { get; }

    public CancellationToken Token => _abort.Token;

    public SendPhase Phase => (SendPhase)Volatile.Read(ref _phase);

    public bool DeadlinePassed { get; private set; }

    public bool IsSecondPass { get; private set; }

    public bool IsStopped { get; private set; }

    public bool IsReadCanceled { get; private set; }

    /// <summary>What <see cref="TransportRequest.BeginSend"/> threw; it counts as a refusal.</summary>
    public Exception? BeginSendFailure { get; private set; }

    /// <summary>Called by the content object before its first byte.</summary>
    public void Open()
    {
        switch (TryMove(SendPhase.Waiting, SendPhase.Sending))
        {
            case SendPhase.Waiting:
                break;
            case SendPhase.Sending:
                IsSecondPass = true;
                throw new SendStoppedException();
            default:
                throw new SendStoppedException();
        }

        if (!MayBegin())
        {
            Volatile.Write(ref _phase, (int)SendPhase.Refused);
            throw new SendStoppedException();
        }

        Rearm();
    }

    /// <summary>Called by the innermost handler; a second call for the same attempt is stopped there.</summary>
    public void EnterWire()
    {
        if (Interlocked.Exchange(ref _passes, 1) != 0)
        {
            IsSecondPass = true;
            throw new SendStoppedException();
        }
    }

    /// <summary>Ends the attempt: content that was not asked for its bytes by now never gives them.</summary>
    public SendPhase Close()
    {
        var phase = TryMove(SendPhase.Waiting, SendPhase.Closed);
        return phase == SendPhase.Waiting ? SendPhase.Closed : phase;
    }

    public void Dispose()
    {
        _caller.Dispose();
        _shutdown.Dispose();
        _timer.Dispose();
    }

    private bool MayBegin()
    {
        if (_request.BeginSend is not { } beginSend)
        {
            return true;
        }

        try
        {
            return beginSend();
        }
        catch (Exception exception)
        {
            BeginSendFailure = exception;
            return false;
        }
    }

    private void OnTimer()
    {
        if (TryMove(SendPhase.Waiting, SendPhase.TimedOut) == SendPhase.Waiting)
        {
            DeadlinePassed = _time.GetElapsedTime(_started) >= _deadline;
            _abort.Cancel();
        }
        else if (_time.GetElapsedTime(_started) < _deadline)
        {
            // The send timeout lost against the first byte, or the timer was early.
            Rearm();
        }
        else
        {
            DeadlinePassed = true;
            _abort.Cancel();
        }
    }

    private void OnCallerCanceled()
    {
        if (TryMove(SendPhase.Waiting, SendPhase.Canceled) == SendPhase.Waiting)
        {
            _abort.Cancel();
        }
        else if (!_request.IsWrite)
        {
            IsReadCanceled = true;
            _abort.Cancel();
        }
    }

    private void OnShutdown()
    {
        IsStopped = true;
        _ = TryMove(SendPhase.Waiting, SendPhase.Stopped);
        _abort.Cancel();
    }

    private void Rearm()
    {
        var remaining = _deadline - _time.GetElapsedTime(_started);
        _timer.Change(remaining > TimeSpan.Zero ? remaining : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }

    private SendPhase TryMove(SendPhase from, SendPhase to) =>
        (SendPhase)Interlocked.CompareExchange(ref _phase, (int)to, (int)from);
}
