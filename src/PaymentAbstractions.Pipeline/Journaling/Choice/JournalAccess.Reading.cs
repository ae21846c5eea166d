using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

// Operations that only read.
internal sealed partial class JournalAccess
{
    public async Task<JournalEntry?> FindAsync(JournalKey key, CancellationToken cancellationToken = default) =>
        await (await Now(cancellationToken)).FindAsync(key, cancellationToken).ConfigureAwait(false);

    public IAsyncEnumerable<JournalEntry> FindByOrderAsync(
        GatewayEnvironment environment,
        OrderReference order,
        CancellationToken cancellationToken = default
    ) => StreamAsync(journal => journal.FindByOrderAsync(environment, order, cancellationToken), cancellationToken);

    public IAsyncEnumerable<JournalEntry> FindTriesAsync(
        JournalIntent intent,
        DateTimeOffset since,
        CancellationToken cancellationToken = default
    ) => StreamAsync(journal => journal.FindTriesAsync(intent, since, cancellationToken), cancellationToken);

    public IAsyncEnumerable<JournalEntry> FindByTransactionAsync(
        TransactionReference transaction,
        CancellationToken cancellationToken = default
    ) => StreamAsync(journal => journal.FindByTransactionAsync(transaction, cancellationToken), cancellationToken);

    public async Task<OriginalAmounts> GetAmountsAsync(
        TransactionReference original,
        CancellationToken cancellationToken = default
    ) => await (await Now(cancellationToken)).GetAmountsAsync(original, cancellationToken).ConfigureAwait(false);

    public IAsyncEnumerable<JournalEntry> GetUnresolvedAsync(
        JournalQuery query,
        CancellationToken cancellationToken = default
    ) => StreamAsync(journal => journal.GetUnresolvedAsync(query, cancellationToken), cancellationToken);

    public IAsyncEnumerable<JournalEntry> GetUnpublishedAsync(
        int limit = int.MaxValue,
        CancellationToken cancellationToken = default
    ) => StreamAsync(journal => journal.GetUnpublishedAsync(limit, cancellationToken), cancellationToken);

    public IAsyncEnumerable<JournalEntry> GetStartedAsync(
        DateTimeOffset from,
        DateTimeOffset until,
        CancellationToken cancellationToken = default
    ) => StreamAsync(journal => journal.GetStartedAsync(from, until, cancellationToken), cancellationToken);

    public async Task<JournalCounts> CountAsync(
        GatewayEnvironment? environment = null,
        CancellationToken cancellationToken = default
    ) => await (await Now(cancellationToken)).CountAsync(environment, cancellationToken).ConfigureAwait(false);
}
