using System.Runtime.CompilerServices;

namespace PaymentAbstractions.Journal;

/// <summary>
/// The embedded journal: append-only files in one folder, for one process at a time. Many callers share one sync of the disk.
/// </summary>
/// <remarks>
/// <para>
/// What was answered survives a crash of the process, of the system and of the power, as far as the disk keeps what it confirmed.
/// A failed sync closes the journal to new attempts, see <see cref="Health"/>, until <see cref="ReopenAsync"/> or a restart.
/// </para>
/// <para>Thread-safe. Dispose it once, when nobody uses it any more.</para>
/// </remarks>
public sealed partial class FilePaymentJournal : IPaymentJournal, IAsyncDisposable
{
    private readonly FileJournalOptions _options;
    private readonly IJournalDisk _disk;
    private readonly IDisposable _lock;
    private readonly JournalLoop _loop;
    private int _isDisposed;

    private FilePaymentJournal(IJournalDisk disk, FileJournalOptions options, TimeProvider time, IDisposable held)
    {
        (_disk, _options, _lock) = (disk, options, held);
        _loop = new JournalLoop(
            JournalStore.Open(disk, options, time),
            () => JournalStore.Open(disk, options, time),
            CompactWhenDue
        );
    }

    /// <inheritdoc />
    public JournalHealth Health => _loop.Health;

    /// <inheritdoc />
    public Task<JournalDecision> BeginAsync(JournalIntent intent, CancellationToken cancellationToken = default)
    {
        JournalRules.Validate(intent);
        return _loop.CallAsync(store => store.Begin(intent), JournalDecision.NotRecorded, cancellationToken);
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
        return _loop.CallAsync(
            store => store.Complete(key, attempt, outcome, publish),
            JournalWrite.NotRecorded,
            cancellationToken
        );
    }

    /// <inheritdoc />
    public Task<JournalWrite> ExtendAsync(
        JournalKey key,
        int attempt,
        DateTimeOffset sendBy,
        CancellationToken cancellationToken = default
    ) => _loop.CallAsync(store => store.Extend(key, attempt, sendBy), JournalWrite.NotRecorded, cancellationToken);

    /// <inheritdoc />
    /// <exception cref="PaymentRequestException">The key is missing, or a person's name or reason.</exception>
    public Task<JournalWrite> ResolveAsync(JournalResolution resolution, CancellationToken cancellationToken = default)
    {
        JournalRules.Validate(resolution);
        return _loop.CallAsync(store => store.Resolve(resolution), JournalWrite.NotRecorded, cancellationToken);
    }

    /// <inheritdoc />
    public Task<JournalWrite> ObserveAsync(
        JournalObservation observation,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(observation);
        return _loop.CallAsync(store => store.Observe(observation), JournalWrite.NotRecorded, cancellationToken);
    }

    /// <inheritdoc />
    public Task<JournalWrite> MarkPublishedAsync(
        JournalKey key,
        long revision,
        CancellationToken cancellationToken = default
    ) => _loop.CallAsync(store => store.Publish(key, revision), JournalWrite.NotRecorded, cancellationToken);

    /// <inheritdoc />
    public Task<JournalEntry?> FindAsync(JournalKey key, CancellationToken cancellationToken = default) =>
        ReadAsync(store => store.Find(key), cancellationToken);

    /// <inheritdoc />
    public async IAsyncEnumerable<JournalEntry> FindByOrderAsync(
        GatewayEnvironment environment,
        OrderReference order,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        foreach (
            var entry in await ReadAsync(store => store.FindByOrder(environment, order).ToList(), cancellationToken)
                .ConfigureAwait(false)
        )
        {
            yield return entry;
        }
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<JournalEntry> FindByTransactionAsync(
        TransactionReference transaction,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(transaction);
        foreach (
            var entry in await ReadAsync(store => store.FindByTransaction(transaction).ToList(), cancellationToken)
                .ConfigureAwait(false)
        )
        {
            yield return entry;
        }
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
        var list = query.DuplicateCharges ? LiveList.DuplicateCharges : LiveList.InDoubt;
        return StreamAsync(list, query.Wants, query.Limit, cancellationToken);
    }

    /// <inheritdoc />
    public IAsyncEnumerable<JournalEntry> GetUnpublishedAsync(
        int limit = int.MaxValue,
        CancellationToken cancellationToken = default
    ) => StreamAsync(LiveList.Unpublished, static entry => entry.IsUnpublished, limit, cancellationToken);

    /// <inheritdoc />
    public Task<JournalCounts> CountAsync(
        GatewayEnvironment? environment = null,
        CancellationToken cancellationToken = default
    ) => ReadAsync(store => store.Count(environment), cancellationToken);

    /// <summary>Answers the calls that wait, closes the files and lets the lock go.</summary>
    /// <returns>A task that ends when the journal is closed.</returns>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 0)
        {
            await StopCompactingAsync().ConfigureAwait(false);
            await _loop.StopAsync().ConfigureAwait(false);
            _compacting.Dispose();
            _stopping.Dispose();
            _lock.Dispose();
        }
    }

    private async IAsyncEnumerable<JournalEntry> StreamAsync(
        LiveList list,
        Func<JournalEntry, bool> isWanted,
        int limit,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        (long StartedAt, UInt128 Key)? next = (long.MinValue, UInt128.MinValue);
        while (next is { } after)
        {
            (var entries, next) = await ReadAsync(store => store.Page(list, after, isWanted), cancellationToken)
                .ConfigureAwait(false);
            foreach (var entry in entries)
            {
                if (limit-- <= 0)
                {
                    yield break;
                }

                yield return entry;
            }
        }
    }

    private Task<T> ReadAsync<T>(Func<JournalStore, T> read, CancellationToken cancellationToken) =>
        _loop.CallAsync(read, onFailure: null, cancellationToken);
}
