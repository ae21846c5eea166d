using Microsoft.Extensions.Logging;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

/// <summary>Keeps in the journal how a provider showed a transaction. A journal that fails leaves the reading as it is.</summary>
internal sealed class Observations(JournalAccess journal, PublishSignal publish, JournalClock time, PaymentsLog log)
{
    private readonly ILogger _logger = log.Logger;

    /// <summary>Keeps a reading.</summary>
    /// <returns>What was recorded, with the entry of the transaction as it is now; NotFound when there is none, or nothing to keep.</returns>
    public async Task<JournalWrite> KeepAsync(
        TransactionState state,
        DateTimeOffset readAt,
        JournalResolutionSource source,
        CancellationToken cancellationToken
    )
    {
        // What contradicts itself or is in doubt says nothing about what became of the transaction.
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
#pragma warning disable CA1031 // What the provider showed is worth more than its record.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            Log.ObservationNotRecorded(_logger, RedactedException.Of(exception), state.Transaction);
            return JournalWrite.NotRecorded(JournalFault.Of(exception));
        }
    }

    /// <summary>Adds to a reading what went back by the record of its transaction.</summary>
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

    /// <summary>What a payment is answered with now: what was recorded, and what went back since.</summary>
    /// <param name="entry">The entry of the payment.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <param name="moved">What was moved of its transaction, when that is known already.</param>
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
