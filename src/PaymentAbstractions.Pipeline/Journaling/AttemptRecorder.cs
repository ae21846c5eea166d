using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

/// <summary>Records what became of an attempt. That it cannot is said, never thrown: the result is worth more than its record.</summary>
internal sealed class AttemptRecorder(string gateway, JournalServices services)
{
    public async Task<PaymentResult> CompleteAsync(RunningExchange exchange, JournalEntry entry, PaymentResult result)
    {
        var isWaitedFor = exchange.Settle();
        var write = await WriteAsync(() =>
                services.Journal.CompleteAsync(
                    entry.Key,
                    entry.Attempt,
                    JournalOutcome.Of(result),
                    publish: !isWaitedFor,
                    CancellationToken.None
                )
            )
            .ConfigureAwait(false);
        if (write.Entry?.IsUnpublished == true)
        {
            services.Publish.Raise();
        }

        LogOutcome(result);
        if (write.IsRecorded || write.Entry?.Outcome?.Outcome == result.Outcome)
        {
            return result;
        }

        Log.OutcomeNotRecorded(
            services.Logger,
            gateway,
            result.Operation,
            entry.Intent.Key,
            result.Outcome,
            result.Transaction,
            write.Status,
            write.Failure?.Message
        );
        return result with { NotRecorded = true };
    }

    /// <summary>The attempt ended by an exception before its first byte: a caller who left, or a mistake of the adapter.</summary>
    public Task CloseUnsentAsync(RunningExchange exchange, JournalEntry entry, Exception exception)
    {
        var callerLeft = exception is OperationCanceledException;
        return CompleteAsync(
            exchange,
            entry,
            JournalAnswers.NotSent(
                exchange.Request,
                gateway,
                callerLeft ? PaymentReason.CallerStoppedWaiting : PaymentReason.PreparationFailed,
                callerLeft
                    ? "The caller left before anything was sent."
                    : $"The adapter failed before anything was sent: {exception.GetType().Name}."
            )
        );
    }

    /// <returns>Whether the attempt may be sent again until then.</returns>
    public async Task<bool> ExtendAsync(JournalEntry entry, DateTimeOffset sendBy)
    {
        var write = await WriteAsync(() =>
                services.Journal.ExtendAsync(entry.Key, entry.Attempt, sendBy, CancellationToken.None)
            )
            .ConfigureAwait(false);
        return write.IsRecorded;
    }

    private static async Task<JournalWrite> WriteAsync(Func<Task<JournalWrite>> write)
    {
        try
        {
            return await write().ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever a journal throws, the money has moved or not without it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return JournalWrite.NotRecorded(JournalFault.Of(exception));
        }
    }

    private void LogOutcome(PaymentResult result)
    {
        if (result.Outcome == PaymentOutcome.Unknown)
        {
            Log.OutcomeUnknown(services.Logger, gateway, result.Operation, result.IdempotencyKey, result.Reason);
        }
        else if (result.Outcome is PaymentOutcome.Approved or PaymentOutcome.PartiallyApproved)
        {
            Log.MoneyMoved(
                services.Logger,
                gateway,
                result.Operation,
                result.ApprovedAmount,
                result.Outcome,
                result.Transaction,
                result.IdempotencyKey
            );
        }
    }
}
