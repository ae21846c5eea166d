using PaymentAbstractions.Adapters;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions.Chaos;

/// <summary>A journal that wraps another one; derived classes override what they change.</summary>
internal abstract class DelegatingJournal(IPaymentJournal inner) : IPaymentJournal, IAsyncDisposable
{
    public JournalHealth Health => inner.Health;

    public TimeProvider Clock => inner.Clock;

    public virtual Task<JournalDecision> BeginAsync(
        JournalIntent intent,
        CancellationToken cancellationToken = default
    ) => inner.BeginAsync(intent, cancellationToken);

    public virtual Task<JournalWrite> CompleteAsync(
        JournalKey key,
        int attempt,
        JournalOutcome outcome,
        bool publish = false,
        int resends = 0,
        CancellationToken cancellationToken = default
    ) => inner.CompleteAsync(key, attempt, outcome, publish, resends, cancellationToken);

    public Task<JournalWrite> ExtendAsync(
        JournalKey key,
        int attempt,
        int resends,
        DateTimeOffset sendBy,
        CancellationToken cancellationToken = default
    ) => inner.ExtendAsync(key, attempt, resends, sendBy, cancellationToken);

    public Task<JournalTurn> GetTurnAsync(JournalKey key, int attempt, CancellationToken cancellationToken = default) =>
        inner.GetTurnAsync(key, attempt, cancellationToken);

    public Task<JournalDecision> AmendAsync(
        JournalKey key,
        int attempt,
        AttemptReading reading,
        CancellationToken cancellationToken = default
    ) => inner.AmendAsync(key, attempt, reading, cancellationToken);

    public virtual Task<JournalWrite> ResolveAsync(
        JournalResolution resolution,
        CancellationToken cancellationToken = default
    ) => inner.ResolveAsync(resolution, cancellationToken);

    public Task<JournalWrite> ObserveAsync(
        JournalObservation observation,
        CancellationToken cancellationToken = default
    ) => inner.ObserveAsync(observation, cancellationToken);

    public virtual Task<JournalWrite> NoteAsync(
        TransactionReference transaction,
        JournalNotification notification,
        CancellationToken cancellationToken = default
    ) => inner.NoteAsync(transaction, notification, cancellationToken);

    public Task<JournalWrite> LeaseAsync(
        JournalKey key,
        long revision,
        DateTimeOffset until,
        CancellationToken cancellationToken = default
    ) => inner.LeaseAsync(key, revision, until, cancellationToken);

    public Task<JournalWrite> EndLeaseAsync(
        JournalKey key,
        long epoch,
        CancellationToken cancellationToken = default
    ) => inner.EndLeaseAsync(key, epoch, cancellationToken);

    public Task<IReadOnlyList<JournalEntry>> ClaimChecksAsync(
        string gateway,
        DateTimeOffset until,
        int limit,
        CancellationToken cancellationToken = default
    ) => inner.ClaimChecksAsync(gateway, until, limit, cancellationToken);

    public Task<JournalWrite> EndCheckAsync(
        JournalKey key,
        DateTimeOffset claimedUntil,
        DateTimeOffset? next,
        CancellationToken cancellationToken = default
    ) => inner.EndCheckAsync(key, claimedUntil, next, cancellationToken);

    public Task<JournalWrite> MarkPublishedAsync(
        JournalKey key,
        long revision,
        CancellationToken cancellationToken = default
    ) => inner.MarkPublishedAsync(key, revision, cancellationToken);

    public Task<JournalEntry?> FindAsync(JournalKey key, CancellationToken cancellationToken = default) =>
        inner.FindAsync(key, cancellationToken);

    public IAsyncEnumerable<JournalEntry> FindByOrderAsync(
        GatewayEnvironment environment,
        OrderReference order,
        CancellationToken cancellationToken = default
    ) => inner.FindByOrderAsync(environment, order, cancellationToken);

    public IAsyncEnumerable<JournalEntry> FindTriesAsync(
        JournalIntent intent,
        DateTimeOffset since,
        CancellationToken cancellationToken = default
    ) => inner.FindTriesAsync(intent, since, cancellationToken);

    public IAsyncEnumerable<JournalEntry> FindByTransactionAsync(
        TransactionReference transaction,
        CancellationToken cancellationToken = default
    ) => inner.FindByTransactionAsync(transaction, cancellationToken);

    public Task<OriginalAmounts> GetAmountsAsync(
        TransactionReference original,
        CancellationToken cancellationToken = default
    ) => inner.GetAmountsAsync(original, cancellationToken);

    public IAsyncEnumerable<JournalEntry> GetUnresolvedAsync(
        JournalQuery query,
        CancellationToken cancellationToken = default
    ) => inner.GetUnresolvedAsync(query, cancellationToken);

    public IAsyncEnumerable<JournalEntry> GetUnpublishedAsync(
        int limit = int.MaxValue,
        CancellationToken cancellationToken = default
    ) => inner.GetUnpublishedAsync(limit, cancellationToken);

    public IAsyncEnumerable<JournalEntry> GetStartedAsync(
        DateTimeOffset from,
        DateTimeOffset until,
        CancellationToken cancellationToken = default
    ) => inner.GetStartedAsync(from, until, cancellationToken);

    public Task<JournalCounts> CountAsync(
        GatewayEnvironment? environment = null,
        CancellationToken cancellationToken = default
    ) => inner.CountAsync(environment, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (inner is IAsyncDisposable disposable)
        {
            await disposable.DisposeAsync();
        }
    }
}
