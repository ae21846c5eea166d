using System.Runtime.CompilerServices;

namespace PaymentAbstractions.Journal;

/// <summary>
/// A journal in a database: one row for each payment, readable with the tools of the database. Many callers share one transaction.
/// </summary>
/// <remarks>
/// <para>
/// What was answered survives a crash of the process, of the system and of the power, as far as the database keeps what it confirmed.
/// While it cannot be written no attempt begins, see <see cref="Health"/>; as soon as it can, attempts begin again.
/// </para>
/// <para>Thread-safe. Dispose it once, when nobody uses it any more.</para>
/// </remarks>
public abstract class SqlPaymentJournal : IPaymentJournal, IAsyncDisposable
{
    private readonly SqlLoop _loop;
    private readonly SqlRetention _retention;
    private int _isDisposed;

    private protected SqlPaymentJournal(SqlStore store, TimeSpan keepDetailsFor, TimeProvider time)
    {
        _loop = new SqlLoop(store);
        _retention = new SqlRetention(_loop, keepDetailsFor, time);
    }

    /// <inheritdoc />
    public JournalHealth Health => _loop.Health;

    /// <inheritdoc />
    public Task<JournalDecision> BeginAsync(JournalIntent intent, CancellationToken cancellationToken = default)
    {
        JournalRules.Validate(intent);
        return _loop.CallAsync(
            store => store.Begin(intent),
            isWrite: true,
            JournalDecision.NotRecorded,
            cancellationToken
        );
    }

    /// <inheritdoc />
    public Task<JournalWrite> CompleteAsync(
        JournalKey key,
        int attempt,
        JournalOutcome outcome,
        bool publish = false,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return WriteAsync(store => store.Complete(key, attempt, outcome, publish), cancellationToken);
    }

    /// <inheritdoc />
    public Task<JournalWrite> ExtendAsync(
        JournalKey key,
        int attempt,
        DateTimeOffset sendBy,
        CancellationToken cancellationToken = default
    ) => WriteAsync(store => store.Extend(key, attempt, sendBy), cancellationToken);

    /// <inheritdoc />
    /// <exception cref="PaymentRequestException">The key is missing, or a person's name or reason.</exception>
    public Task<JournalWrite> ResolveAsync(JournalResolution resolution, CancellationToken cancellationToken = default)
    {
        JournalRules.Validate(resolution);
        return WriteAsync(store => store.Resolve(resolution), cancellationToken);
    }

    /// <inheritdoc />
    public Task<JournalWrite> ObserveAsync(
        JournalObservation observation,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(observation);
        return WriteAsync(store => store.Observe(observation), cancellationToken);
    }

    /// <inheritdoc />
    public Task<JournalWrite> MarkPublishedAsync(
        JournalKey key,
        long revision,
        CancellationToken cancellationToken = default
    ) => WriteAsync(store => store.Publish(key, revision), cancellationToken);

    /// <inheritdoc />
    public Task<JournalEntry?> FindAsync(JournalKey key, CancellationToken cancellationToken = default) =>
        ReadAsync(store => store.Find(key), cancellationToken);

    /// <inheritdoc />
    public IAsyncEnumerable<JournalEntry> FindByOrderAsync(
        GatewayEnvironment environment,
        OrderReference order,
        CancellationToken cancellationToken = default
    ) => StreamAsync(store => store.FindByOrder(environment, order), cancellationToken);

    /// <inheritdoc />
    public IAsyncEnumerable<JournalEntry> FindByTransactionAsync(
        TransactionReference transaction,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(transaction);
        return StreamAsync(store => store.FindByTransaction(transaction), cancellationToken);
    }

    /// <inheritdoc />
    public Task<OriginalAmounts> GetAmountsAsync(
        TransactionReference original,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(original);
        return ReadAsync(store => JournalRules.AmountsOf(store, original), cancellationToken);
    }

    /// <inheritdoc />
    public IAsyncEnumerable<JournalEntry> GetUnresolvedAsync(
        JournalQuery query,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(query);
        var list = query.DuplicateCharges ? SqlList.DuplicateCharges : SqlList.InDoubt;
        return StreamAsync(list, query.Wants, query.Limit, cancellationToken);
    }

    /// <inheritdoc />
    public IAsyncEnumerable<JournalEntry> GetUnpublishedAsync(
        int limit = int.MaxValue,
        CancellationToken cancellationToken = default
    ) => StreamAsync(SqlList.Unpublished, static entry => entry.IsUnpublished, limit, cancellationToken);

    /// <inheritdoc />
    public Task<JournalCounts> CountAsync(
        GatewayEnvironment? environment = null,
        CancellationToken cancellationToken = default
    ) => ReadAsync(store => store.Count(environment), cancellationToken);

    /// <summary>Answers the calls that wait, and closes the database.</summary>
    /// <returns>A task that ends when it is closed.</returns>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 0)
        {
            await _retention.DisposeAsync().ConfigureAwait(false);
            await _loop.StopAsync().ConfigureAwait(false);
            GC.SuppressFinalize(this);
        }
    }

    /// <summary>Reduces what is due now, for tests; else it is done once an hour.</summary>
    internal Task<int> ReduceAsync(CancellationToken cancellationToken) => _retention.ReduceAsync(cancellationToken);

    private Task<JournalWrite> WriteAsync(Func<SqlStore, JournalWrite> write, CancellationToken cancellationToken) =>
        _loop.CallAsync(write, isWrite: true, JournalWrite.NotRecorded, cancellationToken);

    private Task<T> ReadAsync<T>(Func<SqlStore, T> read, CancellationToken cancellationToken) =>
        _loop.CallAsync(read, isWrite: false, onFailure: null, cancellationToken);

    private async IAsyncEnumerable<JournalEntry> StreamAsync(
        Func<SqlStore, IEnumerable<JournalEntry>> find,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var found = await ReadAsync(store => find(store).ToList(), cancellationToken).ConfigureAwait(false);
        foreach (var entry in found)
        {
            yield return entry;
        }
    }

    private async IAsyncEnumerable<JournalEntry> StreamAsync(
        SqlList list,
        Func<JournalEntry, bool> isWanted,
        int limit,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        SqlPlace? next = null;
        do
        {
            var after = next;
            (var entries, next) = await ReadAsync(store => store.Page(list, after, isWanted), cancellationToken)
                .ConfigureAwait(false);
            foreach (var entry in entries)
            {
                yield return entry;
                if (--limit == 0)
                {
                    yield break;
                }
            }
        } while (next is not null);
    }
}
