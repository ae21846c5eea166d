using System.Diagnostics.CodeAnalysis;
using PaymentAbstractions.Adapters;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

/// <summary>One payment in progress with its waiting callers. It continues when they leave after something was sent.</summary>
/// <remarks>Thread-safe. No external code runs under its lock.</remarks>
[SuppressMessage(
    "Design",
    "CA1001:Types that own disposable fields should be disposable",
    Justification = "What waits for the source may outlive the run; it holds no timer and no wait handle."
)]
internal sealed class InFlightPayment(PaymentContext context)
{
    private readonly Lock _lock = new();

    private readonly CancellationTokenSource _patience = new();
    private readonly TaskCompletionSource<PaymentResult> _done = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );
    private RunningAttempt? _attempt;
    private int _waiting = 1;
    private bool _mayHaveMoved;
    private bool _isSettled;

    public PaymentContext Context => context;

    /// <summary>Identifies the run: the environment of the requested gateway, and the idempotency key.</summary>
    public JournalKey Key { get; } = new(context.Gateway.Environment, context.Asked.IdempotencyKey);

    /// <summary>Canceled when the last caller has left.</summary>
    public CancellationToken Patience => _patience.Token;

    /// <summary>Completes when the run ends, with any result.</summary>
    public async Task WhenEndedAsync(CancellationToken cancellationToken)
    {
        await ((Task)_done.Task).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>Marks the key as possibly sent already, so that no caller gets a result that says nothing was sent.</summary>
    public void MarkInDoubt()
    {
        lock (_lock)
        {
            _mayHaveMoved = true;
        }
    }

    /// <summary>Creates the running attempt of the next exchange. Its gate is shut when all callers have left.</summary>
    public RunningAttempt BeginAttempt()
    {
        var turn = context.Turn;
        var attempt = new RunningAttempt(
            context.Request,
            context.StartedAt,
            context.Window,
            mustAmend: turn?.MustAmend == true
        )
        {
            MayHaveBeenSentBefore = context.Proven is { MoneyMayHaveMoved: true },
            Others = turn?.Others ?? [],
            Amend = turn?.Amend,
        };
        bool isLeft;
        lock (_lock)
        {
            _mayHaveMoved |= _attempt?.SendHasBegun == true;
            _attempt = attempt;
            isLeft = _waiting == 0;
        }

        if (isLeft)
        {
            attempt.TryCancel();
        }

        return attempt;
    }

    /// <summary>Adds a waiting caller.</summary>
    /// <returns>Whether the caller was added. A run that all callers left before anything was sent cannot be joined.</returns>
    public bool TryJoin()
    {
        lock (_lock)
        {
            if (_waiting == 0 && !(_mayHaveMoved || _attempt?.SendHasBegun == true))
            {
                return false;
            }

            _waiting++;
            return true;
        }
    }

    /// <summary>Marks the outcome as known and about to be recorded. A caller who leaves from now on still receives it.</summary>
    /// <returns>Whether any caller is waiting.</returns>
    public bool Settle()
    {
        lock (_lock)
        {
            _isSettled = true;
            return _waiting > 0;
        }
    }

    public void End(PaymentResult result) => _done.TrySetResult(result);

    public void End(Exception exception)
    {
        _done.TrySetException(exception);
        // Observe the exception here, because no caller may be waiting.
        _ = _done.Task.Exception;
    }

    /// <returns>The result, or <see langword="null"/> when the caller left after something may have been sent.</returns>
    /// <exception cref="OperationCanceledException">The caller left before that; nothing was or will be sent.</exception>
    public async Task<PaymentResult?> WaitAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _done.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // A known outcome takes precedence over cancellation. It is returned once it is durable or recording it has failed.
            return TryLeave(cancellationToken)
                ? null
                : await _done.Task.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        }
    }

    /// <returns>Whether the caller has left. False when the outcome is known or being recorded.</returns>
    /// <exception cref="OperationCanceledException">Nothing was or will be sent.</exception>
    private bool TryLeave(CancellationToken cancellationToken)
    {
        RunningAttempt? attempt;
        bool isLast;
        bool mayHaveMoved;
        lock (_lock)
        {
            if (_isSettled || _done.Task.IsCompleted)
            {
                return false;
            }

            attempt = _attempt;
            isLast = --_waiting == 0;
            // The gate of the attempt decides: either it is now shut, or the write has begun.
            var isShut = isLast && (attempt is null || attempt.TryShut() || !attempt.SendHasBegun);
            mayHaveMoved = _mayHaveMoved || !isShut;
        }

        if (isLast)
        {
            _patience.Cancel();
            if (attempt?.SendHasBegun == false)
            {
                attempt.EndPreparation();
            }
        }

        if (!mayHaveMoved)
        {
            throw new OperationCanceledException(cancellationToken);
        }

        return true;
    }
}
