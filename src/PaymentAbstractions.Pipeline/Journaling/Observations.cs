using Microsoft.Extensions.Logging;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

/// <summary>Records how a provider showed a transaction. If the journal fails, the reading is returned unchanged.</summary>
internal sealed class Observations(JournalAccess journal, PublishSignal publish, JournalClock time, PaymentsLog log)
{
    private readonly ILogger _logger = log;

    /// <summary>Records a reading.</summary>
    /// <returns>The write with the current entry of the transaction; NotFound when there is no entry, or nothing to record.</returns>
    public async Task<JournalWrite> KeepAsync(
        TransactionState state,
        DateTimeOffset readAt,
        JournalResolutionSource source,
        CancellationToken cancellationToken
    )
    {
        // A contradictory or unknown state proves nothing about the transaction.
        if (
            state
            is not {
                Anomaly: null,
                Outcome: PaymentOutcome.Approved
                    or PaymentOutcome.PartiallyApproved
                    or PaymentOutcome.Reversed
                    or PaymentOutcome.Declined
            }
        )
        {
            return new JournalWrite { Status = JournalWriteStatus.NotFound };
        }

        try
        {
            var observation = JournalObservation.Of(state, readAt) with { Source = source };
            var write = await journal.ObserveAsync(observation, cancellationToken).ConfigureAwait(false);
            if (write.Others.Append(write.Entry).Any(entry => entry?.IsUnpublished == true))
            {
                publish.Raise();
            }

            return write;
        }
#pragma warning disable CA1031 // The result is returned even if it cannot be recorded.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            Log.ObservationNotRecorded(_logger, RedactedException.Of(exception), state.Transaction);
            return JournalWrite.NotRecorded(JournalFault.Of(exception));
        }
    }

    /// <summary>Adds the amounts given back, from the record of the transaction, to a reading.</summary>
    public async Task<TransactionState> MergeAsync(
        TransactionState state,
        JournalEntry? entry,
        CancellationToken cancellationToken
    )
    {
        state = entry is null ? state : state with { Code = LookupConclusion.CodeOf(entry, state) };
        if (
            entry is not { IsApproved: true }
            || state.Outcome is not (PaymentOutcome.Approved or PaymentOutcome.PartiallyApproved)
        )
        {
            return state;
        }

        try
        {
            var known = await AnswerOfAsync(entry, cancellationToken).ConfigureAwait(false);
            return state with
            {
                Outcome = known.Outcome == PaymentOutcome.Reversed ? known.Outcome : state.Outcome,
                Reason =
                    known.Outcome == PaymentOutcome.Reversed || known.Reason == PaymentReason.AuthorizationExpired
                        ? known.Reason
                        : state.Reason,
                RefundedAmount = Higher(state.RefundedAmount, known.RefundedAmount),
            };
        }
#pragma warning disable CA1031 // As above.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            Log.ObservationNotRecorded(_logger, RedactedException.Of(exception), state.Transaction);
            return state;
        }
    }

    /// <summary>Returns the current result of a payment: the recorded one, with the amounts given back since.</summary>
    /// <param name="entry">The entry of the payment.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <param name="moved">The amounts moved for its transaction, if already known.</param>
    public async Task<PaymentResult> AnswerOfAsync(
        JournalEntry entry,
        CancellationToken cancellationToken,
        OriginalAmounts? moved = null
    )
    {
        if (moved is null && entry is { IsApproved: true, Outcome.Transaction: { } transaction })
        {
            moved = await journal.GetAmountsAsync(transaction, cancellationToken).ConfigureAwait(false);
        }

        return JournalRules.AnswerOf(entry, moved, time.GetUtcNow());
    }

    private static Money? Higher(Money? shown, Money? known) =>
        (shown, known) switch
        {
            (null, _) => known,
            ({ } one, { } other) when one.Currency == other.Currency && other > one => other,
            _ => shown,
        };
}
