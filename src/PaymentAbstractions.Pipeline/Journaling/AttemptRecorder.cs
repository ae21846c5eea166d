using Microsoft.Extensions.Logging;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

/// <summary>Records what became of an attempt. Failures to record are reported, not thrown: the result is worth more than its record.</summary>
internal sealed class AttemptRecorder(JournalAccess journal, PublishSignal publish, PaymentsLog log)
{
    private readonly ILogger _logger = log.Logger;

    public async Task<PaymentResult> CompleteAsync(PaymentContext context, JournalEntry entry, PaymentResult result)
    {
        var isWaitedFor = context.InFlight.Settle();
        var write = await WriteAsync(
                entry,
                () =>
                    journal.CompleteAsync(
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
            publish.Raise();
        }

        if (write.IsRecorded || write.Entry?.Outcome?.Outcome == result.Outcome)
        {
            return result;
        }

        Log.OutcomeNotRecorded(
            _logger,
            context.Gateway.Name,
            result.Operation,
            entry.Intent.Key,
            result.Outcome,
            result.Transaction,
            write.Status,
            write.Failure?.Message
        );
        return result with { NotRecorded = true };
    }

    /// <returns>Whether the attempt may be sent again until then.</returns>
    public async Task<bool> ExtendAsync(JournalEntry entry, DateTimeOffset sendBy)
    {
        var write = await WriteAsync(
                entry,
                () => journal.ExtendAsync(entry.Key, entry.Attempt, sendBy, CancellationToken.None)
            )
            .ConfigureAwait(false);
        return write.IsRecorded;
    }

    private async Task<JournalWrite> WriteAsync(JournalEntry entry, Func<Task<JournalWrite>> write)
    {
        try
        {
            return await write().ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever a journal throws, the money has moved or not without it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.JournalFailed(_logger, RedactedException.Of(exception), entry.Intent.Key);
            return JournalWrite.NotRecorded(JournalFault.Of(exception));
        }
    }
}
