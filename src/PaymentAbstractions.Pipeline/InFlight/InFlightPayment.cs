using System.Diagnostics.CodeAnalysis;
using PaymentAbstractions.Adapters;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

/// <summary>One payment under way, and how many callers wait for it. It runs on when they leave after something was sent.</summary>
/// <remarks>Thread-safe. No foreign code runs under its lock.</remarks>
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

    /// <summary>What the run is found by: where it was asked for, and its key.</summary>
    public JournalKey Key { get; } = new(context.Gateway.Environment, context.Asked.IdempotencyKey);

    /// <summary>Canceled when the last caller has left.</summary>
    public CancellationToken Patience => _patience.Token;

    /// <summary>Ends when the run does, whatever it brought.</summary>
    public async Task WhenEndedAsync(CancellationToken cancellationToken)
    {
        await ((Task)_done.Task).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>The key is in doubt already, so that nobody may be told that nothing was sent.</summary>
    public void MarkInDoubt()
    {
        lock (_lock)
        {
            _mayHaveMoved = true;
        }
    }

    /// <summary>Makes the running attempt of the next exchange; its gate is shut when everybody has left.</summary>
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

    /// <summary>One more caller waits.</summary>
    /// <returns>Whether it may: a run that everybody left before anything was sent does not come back.</returns>
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

    /// <summary>The outcome is known and about to be recorded: who leaves from now on waits for that, and is given it.</summary>
    /// <returns>Whether anybody waits for it.</returns>
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
        // Observed here, because nobody may be waiting any more.
        _ = _done.Task.Exception;
    }

    /// <returns>The result, or <see langword="null"/> when the caller left after something may have been sent.</returns>
    /// <exception cref="OperationCanceledException">The caller left before; nothing was sent and nothing will be.</exception>
    public async Task<PaymentResult?> WaitAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _done.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // What is known is worth more than the wish to leave, and is answered when it is durable, or could not be made so.
            return TryLeave(cancellationToken)
                ? null
                : await _done.Task.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        }
    }

    /// <returns>Whether the caller has left; one whose outcome is known or being recorded has not.</returns>
    /// <exception cref="OperationCanceledException">Nothing was sent and nothing will be.</exception>
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
            // The gate of the attempt decides: it is shut now, or its write has begun.
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
