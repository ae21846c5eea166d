using PaymentAbstractions.Adapters;

namespace PaymentAbstractions.Http;

/// <summary>Ends an exchange when its time is over or its caller has left, as far as the gate still permits that.</summary>
internal sealed class ExchangeTimer : IDisposable
{
    // Not disposed: it holds no timer and no wait handle, and late callbacks may still signal it.
    private readonly CancellationTokenSource _abort = new();
    private readonly SendGate _gate;
    private readonly TimeProvider _time;
    private readonly long _started;
    private readonly TimeSpan _deadline;
    private readonly bool _isRead;
    private readonly ITimer _timer;
    private readonly CancellationTokenRegistration _caller;
    private readonly CancellationTokenRegistration _callerOfAttempt;
    private int _passes;

    public ExchangeTimer(
        TransportRequest request,
        PaymentTransportOptions options,
        TimeProvider time,
        CancellationToken caller
    )
    {
        _time = time;
        _deadline = options.Deadline;
        _isRead = request.IsRead;
        HasContent = !request.IsRead || request.Content is not null;
        // Without a content object nothing can prove that a request was not sent.
        _gate = request.Attempt?.Gate ?? new SendGate(phase: HasContent ? SendPhase.Waiting : SendPhase.Sending);
        _started = time.GetTimestamp();
        var due = HasContent && options.SendTimeout < _deadline ? options.SendTimeout : _deadline;
        _timer = time.CreateTimer(
            static timer => ((ExchangeTimer)timer!).OnTimer(),
            this,
            due,
            Timeout.InfiniteTimeSpan
        );
        _caller = caller.UnsafeRegister(static timer => ((ExchangeTimer)timer!).OnCallerLeft(), this);
        _callerOfAttempt = (request.Attempt?.CallerLeft ?? CancellationToken.None).UnsafeRegister(
            static timer => ((ExchangeTimer)timer!).OnCallerLeft(),
            this
        );
    }

    public bool HasContent { get; }

    public CancellationToken Token => _abort.Token;

    public bool DeadlinePassed { get; private set; }

    public bool IsSecondPass { get; private set; }

    public bool IsReadCanceled { get; private set; }

    /// <summary>Called by the content object before its first byte.</summary>
    public void Open()
    {
        switch (_gate.Open())
        {
            case SendPhase.Waiting:
                Rearm();
                break;
            case SendPhase.Sending:
                IsSecondPass = true;
                throw new SendStoppedException();
            default:
                throw new SendStoppedException();
        }
    }

    /// <summary>Called by the innermost handler; a second call for the same exchange is stopped there.</summary>
    public void EnterWire()
    {
        if (Interlocked.Exchange(ref _passes, 1) != 0)
        {
            IsSecondPass = true;
            throw new SendStoppedException();
        }
    }

    /// <summary>Ends the exchange: content that was not asked for its bytes by now never gives them.</summary>
    public SendPhase Close()
    {
        var phase = _gate.Shut(SendPhase.Closed);
        return phase == SendPhase.Waiting ? SendPhase.Closed : phase;
    }

    public void Dispose()
    {
        _caller.Dispose();
        _callerOfAttempt.Dispose();
        _timer.Dispose();
    }

    private void OnTimer()
    {
        if (_gate.Shut(SendPhase.TimedOut) == SendPhase.Waiting)
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

    private void OnCallerLeft()
    {
        // The pipeline may have shut the gate of the attempt before it told of it.
        if (_gate.Shut(SendPhase.Canceled) is SendPhase.Waiting or SendPhase.Canceled)
        {
            _abort.Cancel();
        }
        else if (_isRead)
        {
            IsReadCanceled = true;
            _abort.Cancel();
        }
    }

    private void Rearm()
    {
        var remaining = _deadline - _time.GetElapsedTime(_started);
        _timer.Change(remaining > TimeSpan.Zero ? remaining : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }
}
