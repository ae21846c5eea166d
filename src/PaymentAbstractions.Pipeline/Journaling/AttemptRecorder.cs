using Microsoft.Extensions.Logging;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

/// <summary>Records the outcome of an attempt. Failures to record are reported, not thrown, so that the result is not lost.</summary>
internal sealed class AttemptRecorder(
    JournalAccess journal,
    Observations observations,
    PublishSignal publish,
    CheckSchedule schedule,
    PaymentsLog log
)
{
    private readonly ILogger _logger = log;

    public async Task<PaymentResult> CompleteAsync(
        PaymentContext context,
        JournalEntry entry,
        PaymentResult result,
        bool wasSentBefore
    )
    {
        var isWaitedFor = context.InFlight.Settle();
        var outcome = JournalOutcome.Of(result) with { NextCheckAt = schedule.First(entry.Intent) };
        var write = await WriteAsync(
                entry,
                static (journal, entry, state) =>
                    journal.CompleteAsync(
                        entry.Key,
                        entry.Attempt,
                        state.outcome,
                        publish: !state.isWaitedFor,
                        resends: entry.Resends,
                        CancellationToken.None
                    ),
                (outcome, isWaitedFor)
            )
            .ConfigureAwait(false);
        if (write.Entry?.IsUnpublished == true)
        {
            publish.Raise();
        }

        if (write.IsRecorded || IsSame(write.Entry?.Outcome, result))
        {
            return wasSentBefore && write.Entry is { IsApproved: true } known
                ? await SinceAsync(known, result).ConfigureAwait(false)
                : result;
        }

        Log.OutcomeNotRecorded(
            _logger,
            context.Gateway.Name,
            result.Operation,
            entry.Intent.IdempotencyKey,
            result.Outcome,
            result.Transaction,
            write.Status,
            write.Failure?.Message
        );
        return result with { NotRecorded = true };
    }

    private static bool IsSame(JournalOutcome? recorded, PaymentResult result) =>
        recorded?.Outcome == result.Outcome
        && (
            recorded.Transaction is null
                ? result.Transaction is null
                : recorded.Transaction.IsSameTransaction(result.Transaction)
        );

    // Between two exchanges of a key, money that the first one moved may have been given back.
    private async Task<PaymentResult> SinceAsync(JournalEntry entry, PaymentResult result)
    {
        try
        {
            return await observations.AnswerOfAsync(entry, CancellationToken.None).ConfigureAwait(false) with
            {
                Answer = result.Answer,
                View = result.View,
            };
        }
#pragma warning disable CA1031 // As below.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.JournalFailed(_logger, RedactedException.Of(exception), entry.Intent.IdempotencyKey);
            return result with { IsRefundInDoubt = true };
        }
    }

    /// <returns>The entry, when the attempt may be sent again until <paramref name="sendBy"/>.</returns>
    public async Task<JournalEntry?> ExtendAsync(JournalEntry entry, DateTimeOffset sendBy)
    {
        var write = await WriteAsync(
                entry,
                static (journal, entry, sendBy) =>
                    journal.ExtendAsync(entry.Key, entry.Attempt, entry.Resends, sendBy, CancellationToken.None),
                sendBy
            )
            .ConfigureAwait(false);
        // Another process that read the same entry may have been first.
        return write.Status == JournalWriteStatus.Recorded ? write.Entry : null;
    }

    private async Task<JournalWrite> WriteAsync<TState>(
        JournalEntry entry,
        Func<JournalAccess, JournalEntry, TState, Task<JournalWrite>> write,
        TState state
    )
    {
        try
        {
            return await write(journal, entry, state).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // An exception of the journal does not change whether money moved.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.JournalFailed(_logger, RedactedException.Of(exception), entry.Intent.IdempotencyKey);
            return JournalWrite.NotRecorded(JournalFault.Of(exception));
        }
    }
}
