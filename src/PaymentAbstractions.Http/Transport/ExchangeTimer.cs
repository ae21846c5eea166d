using PaymentAbstractions.Adapters;

namespace PaymentAbstractions.Http;

/// <summary>Ends an exchange when its time is over or its caller has canceled, if the gate still permits that.</summary>
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
    private int _asked;
    private volatile bool _isOpen;

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
        // Without a content object, it cannot be proven that a request was not sent.
        _gate = request.Attempt?.Gate ?? new SendGate(phase: HasContent ? SendPhase.Waiting : SendPhase.Sending);
        CallerOfAttempt = request.Attempt?.CallerLeft ?? CancellationToken.None;
        _started = time.GetTimestamp();
        // Started after it is stored, because it may fire at once.
        _timer = time.CreateTimer(
            static timer => ((ExchangeTimer)timer!).OnTimer(),
            this,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan
        );
        _timer.Change(
            HasContent && options.SendTimeout < _deadline ? options.SendTimeout : _deadline,
            Timeout.InfiniteTimeSpan
        );
        _caller = caller.UnsafeRegister(static timer => ((ExchangeTimer)timer!).OnCallerLeft(), this);
        _callerOfAttempt = CallerOfAttempt.UnsafeRegister(static timer => ((ExchangeTimer)timer!).OnCallerLeft(), this);
    }

    public CancellationToken CallerOfAttempt { get; }

    public bool HasContent { get; }

    public CancellationToken Token => _abort.Token;

    public bool DeadlinePassed { get; private set; }

    public bool IsRefused { get; private set; }

    public bool IsSecondPass { get; private set; }

    public bool IsReadCanceled { get; private set; }

    /// <summary>Called by the content object before its first byte; a second call for the same exchange is stopped here.</summary>
    public void GiveContent()
    {
        if (Interlocked.Exchange(ref _asked, 1) != 0)
        {
            IsSecondPass = true;
            throw new SendStoppedException();
        }

        Open();
    }

    /// <summary>Called by the innermost handler; a second call for the same exchange is stopped here.</summary>
    /// <param name="asksForContent">Whether the message has our content object, which opens the gate itself.</param>
    public void EnterWire(bool asksForContent)
    {
        if (Interlocked.Exchange(ref _passes, 1) != 0)
        {
            IsSecondPass = true;
            throw new SendStoppedException();
        }

        if (HasContent && !asksForContent)
        {
            Open();
        }
    }

    /// <summary>Called when a response begins. It shows that something was sent, even if our content was not read.</summary>
    public void Answer() => _ = _gate.Shut(SendPhase.Sending);

    /// <summary>Ends the exchange: if the content has not been read by now, it never will be.</summary>
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
        _ = Close();
    }

    private void Open()
    {
        if (_isOpen)
        {
            return;
        }

        if (_gate.Open() != SendPhase.Waiting)
        {
            IsRefused = true;
            throw new SendStoppedException();
        }

        _isOpen = true;
        Rearm();
    }

    private void OnTimer()
    {
        var isOver = _time.GetElapsedTime(_started) >= _deadline;
        if (_gate.Shut(SendPhase.TimedOut) == SendPhase.Sending && !isOver)
        {
            // The send timeout lost the race against the first byte, or the timer was early.
            Rearm();
            return;
        }

        DeadlinePassed = isOver;
        _abort.Cancel();
    }

    private void OnCallerLeft()
    {
        // The gate of an attempt may have been shut before this timer was notified.
        if (_gate.Shut(SendPhase.Canceled) == SendPhase.Sending)
        {
            if (!_isRead)
            {
                return;
            }

            IsReadCanceled = true;
        }

        _abort.Cancel();
    }

    private void Rearm()
    {
        var remaining = _deadline - _time.GetElapsedTime(_started);
        _timer.Change(remaining > TimeSpan.Zero ? remaining : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }
}
