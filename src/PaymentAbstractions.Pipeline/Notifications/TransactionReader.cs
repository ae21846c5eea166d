using Microsoft.Extensions.Logging;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

/// <summary>Reads a transaction in the journal at its provider again, and records the result in the journal.</summary>
internal sealed class TransactionReader(JournalAccess journal, EntryLookup lookup, PaymentsLog log)
{
    private const int MaxLooks = 3;

    private readonly ILogger _logger = log;

    /// <summary>The entries that name a transaction.</summary>
    public async Task<IReadOnlyList<JournalEntry>> FindAsync(
        TransactionReference transaction,
        CancellationToken cancellationToken
    )
    {
        var found = new List<JournalEntry>();
        await foreach (
            var entry in journal.FindByTransactionAsync(transaction, cancellationToken).ConfigureAwait(false)
        )
        {
            found.Add(entry);
        }

        return found;
    }

    public async Task<TransactionReading> ReadAsync(
        TransactionReference transaction,
        CancellationToken cancellationToken
    )
    {
        var known = await FindAsync(transaction, cancellationToken).ConfigureAwait(false);
        TransactionReading? all = null;
        foreach (var entry in WorthALook(known, transaction))
        {
            var one = await ReadAsync(entry, cancellationToken).ConfigureAwait(false);
            all = new TransactionReading(
                NotificationResult.Worse(all?.Result, one.Result),
                all?.Revision < one.Revision ? all.Revision : one.Revision ?? all?.Revision
            );
        }

        return all ?? TransactionReading.Deferred("The journal no longer contains the payment.");
    }

    public async Task<TransactionReading> ReadAsync(JournalEntry entry, CancellationToken cancellationToken)
    {
        try
        {
            return await LookAsync(entry, cancellationToken).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // After any failure, the provider is asked to send it again.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            Log.NotificationFailed(_logger, RedactedException.Of(exception), entry.Intent.Gateway);
            return TransactionReading.Deferred("The transaction could not be read.");
        }
    }

    private async Task<TransactionReading> LookAsync(JournalEntry entry, CancellationToken cancellationToken)
    {
        for (var look = 1; look <= MaxLooks; look++)
        {
            if (lookup.MayBeUnderWay(entry))
            {
                return TransactionReading.Deferred("The payment is in progress.");
            }

            var looked = entry.IsInDoubt
                ? await lookup.TryLookUpAsync(entry, cancellationToken).ConfigureAwait(false)
                : await lookup.CheckAsync(entry, cancellationToken).ConfigureAwait(false);
            if (looked.Found is not { } found || !looked.IsKept || !IsConclusive(found, looked.After))
            {
                return TransactionReading.Deferred(
                    looked.Found?.Reason
                        ?? looked.Found?.State?.Anomaly?.Description
                        ?? "Another look-up of the payment is running, or the answer proves nothing.",
                    looked.Found?.RetryAt
                );
            }

            if (!looked.IsOvertaken)
            {
                return new TransactionReading(
                    NotificationResult.Of(NotificationStatus.Recorded),
                    found.State?.Revision
                );
            }

            // Other look-ups, which may have read earlier, determined the outcome in the meantime.
            entry = looked.After;
        }

        return TransactionReading.Deferred("The payment changed during every read.");
    }

    // A transaction that a list omits proves nothing, an absence proves only what was recorded, and a contradiction is not recorded.
    private static bool IsConclusive(FindResult found, JournalEntry after) =>
        found.IsFound
            ? found.State.Anomaly is null && (after.IsInDoubt || found.State.Outcome != PaymentOutcome.Unknown)
            : found.Status == FindStatus.ProvenAbsent && !after.IsInDoubt;

    // All unresolved entries, and of the closed ones the entry that made the transaction.
    private static IEnumerable<JournalEntry> WorthALook(
        IReadOnlyList<JournalEntry> known,
        TransactionReference transaction
    )
    {
        var closed = known.Where(entry => !entry.IsInDoubt).ToList();
        var made =
            closed.Find(entry => !transaction.IsSameTransaction(entry.Intent.Original)) ?? closed.FirstOrDefault();
        return known.Where(entry => entry.IsInDoubt || ReferenceEquals(entry, made));
    }
}
