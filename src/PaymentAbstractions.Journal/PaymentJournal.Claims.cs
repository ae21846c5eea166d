namespace PaymentAbstractions.Journal;

// What one process claims for a limited time.
public abstract partial class PaymentJournal
{
    /// <inheritdoc />
    public Task<JournalWrite> LeaseAsync(
        JournalKey key,
        long revision,
        DateTimeOffset until,
        CancellationToken cancellationToken = default
    ) =>
        WriteAsync(
            SqlConcerns.OfEntry(key),
            store => JournalRules.Lease(store.Find(key), revision, until, store.Now),
            cancellationToken
        );

    /// <inheritdoc />
    public Task<JournalWrite> EndLeaseAsync(
        JournalKey key,
        long epoch,
        CancellationToken cancellationToken = default
    ) =>
        WriteAsync(SqlConcerns.OfEntry(key), store => JournalRules.EndLease(store.Find(key), epoch), cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyList<JournalEntry>> ClaimChecksAsync(
        string gateway,
        DateTimeOffset until,
        int limit,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(gateway);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        return WriteAsync<IReadOnlyList<JournalEntry>>(
            [],
            store =>
                [
                    .. store
                        .TakeDueChecks(gateway, limit)
                        .Select(due => store.Write(JournalRules.ClaimCheck(due, until), GuardChange.Keep).Entry!),
                ],
            static _ => [],
            cancellationToken
        );
    }

    /// <inheritdoc />
    public Task<JournalWrite> EndCheckAsync(
        JournalKey key,
        DateTimeOffset claimedUntil,
        DateTimeOffset? next,
        CancellationToken cancellationToken = default
    ) =>
        WriteAsync(
            SqlConcerns.OfEntry(key),
            store => JournalRules.EndCheck(store.Find(key), claimedUntil, next),
            cancellationToken
        );
}
