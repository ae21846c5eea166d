namespace PaymentAbstractions.Journal;

/// <summary>A call with a result.</summary>
/// <param name="run">The work.</param>
/// <param name="concerns">The names of what its decision depends on, as far as they are known in advance.</param>
/// <param name="onFailure">The result on failure; <see langword="null"/> for calls that only read, which throw.</param>
/// <param name="undo">See <see cref="SqlCall.Undo"/>.</param>
internal sealed class SqlCall<T>(
    Func<SqlStore, T> run,
    IEnumerable<string> concerns,
    Func<JournalFailure, T>? onFailure = null,
    Action<IJournalStore>? undo = null
) : SqlCall(onFailure is not null, concerns)
{
    private const int Unclaimed = 0;
    private const int Loop = 1;
    private const int Caller = 2;

    private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CancellationTokenRegistration _registration;
    private T? _result;
    private Exception? _thrown;
    private int _owner;

    /// <summary>Waits for the result. The token has an effect until the loop claims the call.</summary>
    public Task<T> AnswerAsync(CancellationToken cancellationToken)
    {
        _registration = cancellationToken.Register(() =>
        {
            if (Interlocked.CompareExchange(ref _owner, Caller, Unclaimed) == Unclaimed)
            {
                _answer.TrySetCanceled(cancellationToken);
            }
        });
#pragma warning disable VSTHRD003 // The loop that completes it never waits for a caller.
        return _answer.Task;
#pragma warning restore VSTHRD003
    }

    public override SqlCall? Undo =>
        undo is null
            ? null
            : new SqlCall<bool>(
                store =>
                {
                    undo(store);
                    return true;
                },
                Concerns,
                static _ => false
            );

    public override bool TryClaim() => Interlocked.CompareExchange(ref _owner, Loop, Unclaimed) != Caller;

    public override void Run(SqlStore store)
    {
        (_result, _thrown, IsPostponed) = (default, null, false);
        store.BeginCall(this);
        try
        {
            _result = run(store);
        }
        catch (SqlUnlockedException unlocked) when (!store.HasWritten)
        {
            Postpone(unlocked);
        }
        catch (JournalDamagedException exception) when (onFailure is not null && !store.HasWritten)
        {
            _result = onFailure(new JournalFailure { Kind = JournalFailureKind.Damaged, Message = exception.Message });
        }
#pragma warning disable CA1031 // Other exceptions belong to the caller, or after a write to the transaction.
        catch (Exception exception) when (!store.IsFailure(exception) && !store.HasWritten)
#pragma warning restore CA1031
        {
            _thrown = exception;
        }
    }

    public override void Finish(JournalFailure? failure)
    {
        _registration.Unregister();
        if (failure is not null && onFailure is not null)
        {
            _answer.TrySetResult(onFailure(failure));
        }
        else if (failure is not null)
        {
            _answer.TrySetException(new JournalUnavailableException(failure));
        }
        else if (_thrown is not null)
        {
            _answer.TrySetException(_thrown);
        }
        else
        {
            _answer.TrySetResult(_result!);
        }
    }
}
