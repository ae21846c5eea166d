using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

// Of several hosts one looks at an attempt at a time; nothing is locked meanwhile.
internal sealed partial class EntryLookup
{
    /// <returns>The entry as it is after the look-up, or while another one has it.</returns>
    public async Task<JournalEntry> LookUpAsync(JournalEntry entry, CancellationToken cancellationToken)
    {
        if (!entry.IsInDoubt)
        {
            return await LookUpOnceAsync(entry, cancellationToken).ConfigureAwait(false);
        }

        var until = time.GetUtcNow() + LongestOf(entry) + Settings.Margin;
        var lease = await LeaseAsync(entry, until, cancellationToken).ConfigureAwait(false);
        if (lease.Status == JournalWriteStatus.NotRecorded)
        {
            return Note(entry, FindResult.LookupFailed("The journal cannot be written."), lease.Failure?.Message);
        }

        if (lease is not { Status: JournalWriteStatus.Recorded, Entry: { } leased })
        {
            return lease.Entry ?? entry;
        }

        var after = await LookUpOnceAsync(leased, cancellationToken).ConfigureAwait(false);
        if (after is { IsInDoubt: true, LeasedUntil: not null } && after.LeaseEpoch == leased.LeaseEpoch)
        {
            var ended = await EndLeaseAsync(leased, cancellationToken).ConfigureAwait(false);
            return ended ?? after;
        }

        return after;
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
#pragma warning disable CA1031 // What a journal throws for one entry must not end the recovery of the others.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            Log.JournalFailed(_logger, RedactedException.Of(exception), entry.Intent.IdempotencyKey);
            return JournalWrite.NotRecorded(JournalFault.Of(exception));
        }
    }

    // When it cannot be recorded, the lease ends by itself.
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
