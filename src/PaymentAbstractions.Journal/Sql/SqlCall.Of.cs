namespace PaymentAbstractions.Journal;

/// <summary>A call with an answer.</summary>
/// <param name="run">What to do.</param>
/// <param name="concerns">The names of what it decides about, as far as they are known before.</param>
/// <param name="onFailure">The answer when it could not be done; none for calls that only read, which throw then.</param>
/// <param name="undo">See <see cref="SqlCall.Undo"/>.</param>
internal sealed class SqlCall<T>(
    Func<SqlStore, T> run,
    IEnumerable<string> concerns,
    Func<JournalFailure, T>? onFailure = null,
    Action<IJournalStore>? undo = null
) : SqlCall(onFailure is not null, concerns)
{
    private const int Nobody = 0;
    private const int Loop = 1;
    private const int Caller = 2;

    private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CancellationTokenRegistration _registration;
    private T? _result;
    private Exception? _thrown;
    private int _owner;

    /// <summary>Waits for the answer; the token counts while the loop has not taken the call over.</summary>
    public Task<T> AnswerAsync(CancellationToken cancellationToken)
    {
        _registration = cancellationToken.Register(() =>
        {
            if (Interlocked.CompareExchange(ref _owner, Caller, Nobody) == Nobody)
            {
                _answer.TrySetCanceled(cancellationToken);
            }
        });
#pragma warning disable VSTHRD003 // The loop that completes it waits for nobody.
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

    public override bool TryClaim() => Interlocked.CompareExchange(ref _owner, Loop, Nobody) != Caller;

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
#pragma warning disable CA1031 // Whatever else it is, it belongs to the caller; once something is written, to the transaction.
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
