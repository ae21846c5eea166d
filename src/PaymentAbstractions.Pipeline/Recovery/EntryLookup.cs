using Microsoft.Extensions.Logging;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

/// <summary>Looks up one attempt at the gateway that owns it, and records proven results. Sends and voids nothing.</summary>
internal sealed partial class EntryLookup(
    GatewayDirectory gateways,
    JournalAccess journal,
    Observations observations,
    LookupNotes notes,
    CheckSchedule schedule,
    CheckBudget budget,
    InFlightPayments inFlight,
    PublishSignal publish,
    JournalClock time,
    PaymentsLog log
)
{
    private readonly ILogger _logger = log;

    private RecoveryOptions Settings => gateways.Recovery;

    /// <summary>Returns whether no process can still be working on the attempt and the provider's result must be final.</summary>
    public bool IsDue(JournalEntry entry) => time.GetUtcNow() >= DueAt(entry);

    /// <summary>Returns whether this process is working on the attempt.</summary>
    public bool IsRunning(JournalEntry entry) => inFlight.IsRunning(entry.Key);

    /// <summary>Returns whether a process may be working on the attempt, so that its own answer takes precedence.</summary>
    public bool MayBeUnderWay(JournalEntry entry) => IsRunning(entry) || (entry.Outcome is null && !IsDue(entry));

    public DateTimeOffset DueAt(JournalEntry entry) => entry.Intent.SendBy + LongestOf(entry) + Settings.Margin;

    private TimeSpan LongestOf(JournalEntry entry) =>
        gateways.Owner(entry.Intent.Gateway)?.Adapter.LongestExchange ?? TimeSpan.Zero;

    private async Task<LookedUp> LookUpOnceAsync(JournalEntry entry, CancellationToken cancellationToken)
    {
        // This look-up cannot disprove anything that an exchange of another process sends after this moment.
        using var span = PaymentSpan.Lookup(entry);
        var lookedAt = time.GetUtcNow();
        var isDue = IsDue(entry);
        // If the gate of an attempt cannot have opened, the attempt is proven unsent without a look-up.
        var found =
            isDue && entry.IsProvenUnsent
                ? FindResult.ProvenAbsent("The process ended before it sent the payment.")
                : await FindAsync(entry, isRetried: true, cancellationToken).ConfigureAwait(false);
        PaymentSpan.End(span, found);
        var looked = await RecordAsync(entry, found, isDue, lookedAt, cancellationToken).ConfigureAwait(false);
        if (entry.IsInDoubt)
        {
            PaymentMeter.LookedUp(entry.Intent.Gateway, found.Status, !looked.After.IsInDoubt);
        }

        return looked;
    }

    /// <summary>Checks a closed payment again, with one look-up that is not retried.</summary>
    public async Task<LookedUp> CheckAsync(JournalEntry entry, CancellationToken cancellationToken)
    {
        using var span = PaymentSpan.Lookup(entry);
        var lookedAt = time.GetUtcNow();
        var found = await FindAsync(entry, isRetried: false, cancellationToken).ConfigureAwait(false);
        PaymentSpan.End(span, found);
        return await RecordAsync(entry, found, isDue: true, lookedAt, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Records a caller's look-up of a closed payment, if the outcome has changed.</summary>
    public async Task<JournalEntry> RecordChangeAsync(
        JournalEntry entry,
        FindResult found,
        DateTimeOffset readAt,
        CancellationToken cancellationToken
    )
    {
        var (outcome, reason) = LookupConclusion.Of(entry, found, isDue: true, readAt);
        if (outcome is null)
        {
            return entry;
        }

        var looked = await ResolveAsync(entry, found, outcome, reason, readAt, cancellationToken).ConfigureAwait(false);
        return looked.After;
    }

    private async Task<LookedUp> RecordAsync(
        JournalEntry entry,
        FindResult found,
        bool isDue,
        DateTimeOffset lookedAt,
        CancellationToken cancellationToken
    )
    {
        var (outcome, reason) = LookupConclusion.Of(entry, found, isDue, lookedAt);
        if (outcome is not null)
        {
            return await ResolveAsync(entry, found, outcome, reason, lookedAt, cancellationToken).ConfigureAwait(false);
        }

        if (!found.IsFound)
        {
            return new LookedUp(Note(entry, found, reason), found, IsKept: true);
        }

        var kept = await observations
            .KeepAsync(found.State, lookedAt, JournalResolutionSource.Lookup, cancellationToken)
            .ConfigureAwait(false);
        var after = kept.Entry is { } seen && seen.Key == entry.Key ? seen : entry;
        return new LookedUp(Note(after, found, reason), found, kept.Status != JournalWriteStatus.NotRecorded);
    }

    private async Task<LookedUp> ResolveAsync(
        JournalEntry entry,
        FindResult found,
        JournalOutcome outcome,
        string? reason,
        DateTimeOffset lookedAt,
        CancellationToken cancellationToken
    )
    {
        JournalWrite write;
        try
        {
            write = await journal
                .ResolveAsync(
                    new JournalResolution
                    {
                        Key = entry.Key,
                        Attempt = entry.Attempt,
                        Outcome = outcome with { NextCheckAt = schedule.Next(entry.Intent, lookedAt) },
                        Source = JournalResolutionSource.Lookup,
                        At = lookedAt,
                        Why = reason,
                        ExpectedRevision = entry.Revision,
                        LeaseEpoch = entry.IsInDoubt ? entry.LeaseEpoch : null,
                    },
                    cancellationToken
                )
                .ConfigureAwait(false);
        }
#pragma warning disable CA1031 // A journal exception for one entry must not end the recovery of the others.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            Log.JournalFailed(_logger, RedactedException.Of(exception), entry.Intent.IdempotencyKey);
            return new LookedUp(Note(entry, found, JournalFault.Of(exception).Message), found, IsKept: false);
        }

        if (write.Status != JournalWriteStatus.Recorded)
        {
            var after =
                write.Entry ?? Note(entry, found, write.Failure?.Message ?? $"The journal returned {write.Status}.");
            var isOvertaken =
                write.Status == JournalWriteStatus.Outdated
                && (after.Revision != entry.Revision || after.LeaseEpoch != entry.LeaseEpoch);
            return new LookedUp(after, found, write.Status != JournalWriteStatus.NotRecorded, isOvertaken);
        }

        Resolved(entry, write.Entry!);
        return new LookedUp(write.Entry!, found, IsKept: true);
    }

    /// <summary>
    /// Resolves an unknown outcome in the journal after a caller's look-up. A caller may describe the attempt differently from the journal,
    /// so it is looked up once more with the journal's data.
    /// </summary>
    public async Task EndDoubtAsync(
        JournalKey key,
        ConfiguredGateway gateway,
        FindResult found,
        CancellationToken cancellationToken
    )
    {
        var isFinal =
            found.Status == FindStatus.ProvenAbsent
            || found is { IsFound: true, State.Outcome: not (PaymentOutcome.Unknown or PaymentOutcome.Pending) };
        try
        {
            if (
                isFinal
                && await journal.FindAsync(key, cancellationToken).ConfigureAwait(false) is { IsInDoubt: true } entry
                && entry.Intent.Account == gateway.Account
                // While the attempt may be in progress in another process, its own answer takes precedence.
                && (entry.Outcome is not null || IsDue(entry))
            )
            {
                await LookUpAsync(entry, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Log.JournalFailed(_logger, RedactedException.Of(exception), key.Key);
        }
    }

    /// <summary>Removes the notes of the entry, logs the resolution, and publishes it.</summary>
    public void Resolved(JournalEntry before, JournalEntry after)
    {
        notes.Remove(after.Key);
        var resolution = PaymentResolution.Of(after, after.Outcome!.ToResult());
        Log.Resolved(
            _logger,
            after.Intent.Gateway,
            after.Intent.Operation,
            after.Intent.IdempotencyKey,
            before.State,
            resolution.Result.Outcome,
            resolution.Source,
            resolution.Result.Transaction
        );
        PaymentMeter.Resolved(after.Intent.Gateway, resolution);
        if (resolution.Result is { Outcome: PaymentOutcome.Declined } declined)
        {
            var table = gateways.Owner(after.Intent.Gateway)?.ResponseCodes ?? ResponseCodeTable.Default;
            PaymentMeter.Declined(after.Intent.Gateway, declined with { Code = declined.Code?.By(table) });
        }

        publish.Raise();
    }

    private JournalEntry Note(JournalEntry entry, FindResult found, string? reason)
    {
        if (entry.IsInDoubt)
        {
            // A transaction that was found but proves nothing yet, for example because it is still processing, is a candidate too.
            ValueList<TransactionReference> candidates = found.IsFound ? [found.State.Transaction] : found.Candidates;
            var note = notes.Add(entry, found.Status, reason, candidates, time.GetUtcNow(), Settings);
            Log.StaysInDoubt(
                _logger,
                entry.Intent.Gateway,
                entry.Intent.Operation,
                entry.Intent.IdempotencyKey,
                found.Status,
                reason,
                note.NextAt
            );
        }

        return entry;
    }
}
