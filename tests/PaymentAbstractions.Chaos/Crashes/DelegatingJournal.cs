using PaymentAbstractions.Journal;

namespace PaymentAbstractions.Chaos;

/// <summary>A journal around another one; whoever derives from it changes what it wants.</summary>
internal abstract class DelegatingJournal(IPaymentJournal inner) : IPaymentJournal, IAsyncDisposable
{
    public JournalHealth Health => inner.Health;

    public virtual Task<JournalDecision> BeginAsync(
        JournalIntent intent,
        CancellationToken cancellationToken = default
    ) => inner.BeginAsync(intent, cancellationToken);

    public virtual Task<JournalWrite> CompleteAsync(
        IdempotencyKey key,
        int attempt,
        JournalOutcome outcome,
        bool publish = false,
        CancellationToken cancellationToken = default
    ) => inner.CompleteAsync(key, attempt, outcome, publish, cancellationToken);

    public Task<JournalWrite> ExtendAsync(
        IdempotencyKey key,
        int attempt,
        DateTimeOffset sendBy,
        CancellationToken cancellationToken = default
    ) => inner.ExtendAsync(key, attempt, sendBy, cancellationToken);

    public virtual Task<JournalWrite> ResolveAsync(
        JournalResolution resolution,
        CancellationToken cancellationToken = default
    ) => inner.ResolveAsync(resolution, cancellationToken);

    public Task<JournalWrite> MarkPublishedAsync(
        IdempotencyKey key,
        long revision,
        CancellationToken cancellationToken = default
    ) => inner.MarkPublishedAsync(key, revision, cancellationToken);

    public Task<JournalEntry?> FindAsync(IdempotencyKey key, CancellationToken cancellationToken = default) =>
        inner.FindAsync(key, cancellationToken);

    public IAsyncEnumerable<JournalEntry> FindByOrderAsync(
        OrderReference order,
        CancellationToken cancellationToken = default
    ) => inner.FindByOrderAsync(order, cancellationToken);

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

    public Task<JournalCounts> CountAsync(CancellationToken cancellationToken = default) =>
        inner.CountAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (inner is IAsyncDisposable disposable)
        {
            await disposable.DisposeAsync();
        }
    }
}
