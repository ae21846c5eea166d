using System.Runtime.ExceptionServices;

namespace PaymentAbstractions.Journal;

/// <summary>A call with an answer.</summary>
/// <param name="run">What to do.</param>
/// <param name="onFailure">The answer when it could not be done; none for calls that throw then.</param>
/// <param name="isAlone">Whether nothing may be collected and not durable while it runs.</param>
internal sealed class JournalCall<T>(Func<JournalStore, T> run, Func<JournalFailure, T>? onFailure, bool isAlone)
    : JournalCall(isAlone)
{
    private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CancellationTokenRegistration _registration;
    private T? _result;
    private ExceptionDispatchInfo? _thrown;
    private int _isClaimed;

    /// <summary>Waits for the answer; the token counts while the loop has not taken the call over.</summary>
    public Task<T> AnswerAsync(CancellationToken cancellationToken)
    {
        _registration = cancellationToken.Register(() =>
        {
            if (TryClaim())
            {
                _answer.TrySetCanceled(cancellationToken);
            }
        });
#pragma warning disable VSTHRD003 // The loop that completes it waits for nobody.
        return _answer.Task;
#pragma warning restore VSTHRD003
    }

    public override bool TryClaim() => Interlocked.Exchange(ref _isClaimed, 1) == 0;

    public override void Run(JournalStore store)
    {
        try
        {
            _result = run(store);
        }
        catch (Exception exception) when (onFailure is not null && DiskFailure.Is(exception))
        {
            _result = onFailure(DiskFailure.Of(exception, "The journal could not be read."));
        }
#pragma warning disable CA1031 // Whatever it is, it belongs to the caller and must not end the loop.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _thrown = ExceptionDispatchInfo.Capture(exception);
        }
    }

    public override void Finish(JournalFailure? failure)
    {
        _registration.Unregister();
        if (failure is not null)
        {
            if (onFailure is not null)
            {
                _answer.TrySetResult(onFailure(failure));
            }
            else
            {
                _answer.TrySetException(new JournalUnavailableException(failure));
            }
        }
        else if (_thrown is not null)
        {
            _answer.TrySetException(_thrown.SourceException);
        }
        else
        {
            _answer.TrySetResult(_result!);
        }
    }
}
