namespace PaymentAbstractions.Journal;

// Reads, which change nothing.
public abstract partial class PaymentJournal
{
    private const int MaxTries = 200;

    /// <inheritdoc />
    public Task<JournalEntry?> FindAsync(JournalKey key, CancellationToken cancellationToken = default) =>
        ReadAsync(SqlConcerns.OfEntry(key), store => store.Find(key), cancellationToken);

    /// <summary>The queue for a guard, for people: the earliest ticket first, including expired ones.</summary>
    internal Task<List<JournalTicket>> GetTicketsAsync(string guard, CancellationToken cancellationToken) =>
        ReadAsync([SqlConcerns.OfGuard(guard)], store => store.FindTickets(guard).ToList(), cancellationToken);

    /// <inheritdoc />
    public IAsyncEnumerable<JournalEntry> FindByOrderAsync(
        GatewayEnvironment environment,
        OrderReference order,
        CancellationToken cancellationToken = default
    ) => StreamAsync([SqlConcerns.Of(order)], store => store.FindByOrder(order, environment), cancellationToken);

    /// <inheritdoc />
    public IAsyncEnumerable<JournalEntry> FindTriesAsync(
        JournalIntent intent,
        DateTimeOffset since,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(intent);
        var order = intent.OrderReference;
        return StreamAsync(
            order.IsSpecified ? [SqlConcerns.Of(order)] : [],
            store =>
            {
                var ofOrder = order.IsSpecified ? store.FindByOrder(order, intent.Environment) : [];
                var ofMethod = intent.MethodFingerprint is { } method
                    ? store.FindByMethod(intent.Environment, method, since, MaxTries)
                    : [];
                return ofOrder
                    .Concat(ofMethod)
                    .Where(entry => entry.Intent.Operation is PaymentOperation.Sale or PaymentOperation.Authorize)
                    .DistinctBy(entry => entry.Key);
            },
            cancellationToken
        );
    }

    /// <inheritdoc />
    public IAsyncEnumerable<JournalEntry> FindByTransactionAsync(
        TransactionReference transaction,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(transaction);
        return StreamAsync(
            [SqlConcerns.Of(transaction)],
            store => store.FindByTransaction(transaction),
            cancellationToken
        );
    }

    /// <inheritdoc />
    public Task<OriginalAmounts> GetAmountsAsync(
        TransactionReference original,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(original);
        return ReadAsync(
            [SqlConcerns.Of(original)],
            store => JournalRules.AmountsOf(store, original),
            cancellationToken
        );
    }

    /// <inheritdoc />
    public IAsyncEnumerable<JournalEntry> GetUnresolvedAsync(
        JournalQuery query,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Limit, 1, nameof(query));
        var list =
            query.DuplicateCharges ? EntryList.DuplicateCharges
            : query.State is { } state ? EntryList.InDoubtAs(state)
            : EntryList.InDoubt;
        return ListAsync(list, query.Wants, query.Limit, cancellationToken);
    }

    /// <inheritdoc />
    public IAsyncEnumerable<JournalEntry> GetUnpublishedAsync(
        int limit = int.MaxValue,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        return ListAsync(EntryList.Unpublished, EntryList.Unpublished.Includes, limit, cancellationToken);
    }

    /// <inheritdoc />
    public IAsyncEnumerable<JournalEntry> GetStartedAsync(
        DateTimeOffset from,
        DateTimeOffset until,
        CancellationToken cancellationToken = default
    )
    {
        var list = EntryList.Started(from, until);
        return ListAsync(list, list.Includes, int.MaxValue, cancellationToken);
    }

    /// <inheritdoc />
    public Task<JournalCounts> CountAsync(
        GatewayEnvironment? environment = null,
        CancellationToken cancellationToken = default
    ) => ReadAsync([], store => store.Count(environment), cancellationToken);
}
