namespace PaymentAbstractions;

/// <summary>Records whether a gateway answers. An answer after another answer costs only one field read.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class AnswerRecord(TimeProvider time)
{
    private Failure? _last;

    public Failure? Last => Volatile.Read(ref _last);

    /// <summary>Records the result of an exchange.</summary>
    public void Add(PaymentResult result)
    {
        if (GatewayResilience.IsFailure(result))
        {
            AddFailure(result.Reason);
        }
        else if (result.Outcome is not (PaymentOutcome.NotSent or PaymentOutcome.Unknown))
        {
            AddAnswer();
        }
    }

    /// <summary>Records the result of a look-up.</summary>
    public void Add(FindResult found)
    {
        if (found.Status != FindStatus.LookupFailed)
        {
            AddAnswer();
        }
        else if (found.RetryAt is null)
        {
            // A rate-limited response is an answer.
            AddFailure(PaymentReason.NoTrustworthyAnswer);
        }
    }

    private void AddAnswer()
    {
        if (Last is { InARow: > 0 } last)
        {
            // A failure in between was sent at the same time; either one may be the last.
            Interlocked.CompareExchange(ref _last, last with { InARow = 0 }, last);
        }
    }

    private void AddFailure(PaymentReason reason)
    {
        var at = time.GetUtcNow();
        Failure? last;
        do
        {
            last = Last;
        } while (
            Interlocked.CompareExchange(ref _last, new Failure((last?.InARow ?? 0) + 1, reason, at), last) != last
        );
    }

    internal sealed record Failure(int InARow, PaymentReason Reason, DateTimeOffset At);
}
