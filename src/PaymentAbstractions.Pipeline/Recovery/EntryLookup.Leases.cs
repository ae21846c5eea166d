using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

// Of several hosts, one looks up an attempt at a time. No lock is held during the look-up.
internal sealed partial class EntryLookup
{
    /// <returns>The entry after the look-up, or the current entry while another look-up has the lease.</returns>
    public async Task<JournalEntry> LookUpAsync(JournalEntry entry, CancellationToken cancellationToken) =>
        (await TryLookUpAsync(entry, cancellationToken).ConfigureAwait(false)).After;

    /// <returns>The result. Found is <see langword="null"/> when another look-up has the lease on the entry, or had it until now.</returns>
    public async Task<LookedUp> TryLookUpAsync(JournalEntry entry, CancellationToken cancellationToken)
    {
        if (!entry.IsInDoubt)
        {
            return await LookUpOnceAsync(entry, cancellationToken).ConfigureAwait(false);
        }

        var until = time.GetUtcNow() + LongestOf(entry) + Settings.Margin;
        var lease = await LeaseAsync(entry, until, cancellationToken).ConfigureAwait(false);
        if (lease.Status == JournalWriteStatus.NotRecorded)
        {
            var failed = FindResult.LookupFailed("The journal cannot be written.");
            return new LookedUp(Note(entry, failed, lease.Failure?.Message), failed, IsKept: false);
        }

        if (lease is not { Status: JournalWriteStatus.Recorded, Entry: { } leased })
        {
            return new LookedUp(lease.Entry ?? entry, Found: null, IsKept: false);
        }

        var looked = await LookUpOnceAsync(leased, cancellationToken).ConfigureAwait(false);
        if (looked.After is { IsInDoubt: true, LeasedUntil: not null } && looked.After.LeaseEpoch == leased.LeaseEpoch)
        {
            var ended = await EndLeaseAsync(leased, cancellationToken).ConfigureAwait(false);
            return looked with { After = ended ?? looked.After };
        }

        return looked;
    }

    private async Task<JournalWrite> LeaseAsync(
        JournalEntry entry,
        DateTimeOffset until,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await journal.LeaseAsync(entry.Key, entry.Revision, until, cancellationToken).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // A journal exception for one entry must not end the recovery of the others.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            Log.JournalFailed(_logger, RedactedException.Of(exception), entry.Intent.IdempotencyKey);
            return JournalWrite.NotRecorded(JournalFault.Of(exception));
        }
    }

    // If the end cannot be recorded, the lease expires.
    private async Task<JournalEntry?> EndLeaseAsync(JournalEntry leased, CancellationToken cancellationToken)
    {
        try
        {
            var write = await journal
                .EndLeaseAsync(leased.Key, leased.LeaseEpoch, cancellationToken)
                .ConfigureAwait(false);
            return write.Entry;
        }
#pragma warning disable CA1031 // See above.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            Log.JournalFailed(_logger, RedactedException.Of(exception), leased.Intent.IdempotencyKey);
            return null;
        }
    }
}
