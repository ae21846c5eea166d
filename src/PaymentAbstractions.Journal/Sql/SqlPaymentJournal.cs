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
public abstract class SqlPaymentJournal : PaymentJournal, IAsyncDisposable
{
    private readonly SqlLoop _loop;
    private readonly SqlRetention _retention;
    private int _isDisposed;

    private protected SqlPaymentJournal(SqlStore store, TimeSpan keepDetailsFor, TimeProvider time)
        : base(time)
    {
        _loop = new SqlLoop(store);
        _retention = new SqlRetention(_loop, keepDetailsFor, time);
    }

    /// <inheritdoc />
    public override JournalHealth Health => _loop.Health;

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

    private protected override Task<T> WriteAsync<T>(
        IEnumerable<string> concerns,
        Func<IJournalStore, T> write,
        Func<JournalFailure, T> onFailure,
        CancellationToken cancellationToken,
        Action<IJournalStore>? undo = null
    ) => _loop.CallAsync(new SqlCall<T>(write, concerns, onFailure, undo), cancellationToken);

    private protected override Task<T> ReadAsync<T>(
        IEnumerable<string> concerns,
        Func<IJournalStore, T> read,
        CancellationToken cancellationToken
    ) => _loop.CallAsync(new SqlCall<T>(read, concerns), cancellationToken);

    // By pages, so that a long list is never in memory as a whole, and payments go on in between.
    private protected override async IAsyncEnumerable<JournalEntry> ListAsync(
        EntryList list,
        Func<JournalEntry, bool> isWanted,
        int limit,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        SqlPlace? next = null;
        do
        {
            var after = next;
            (var entries, next) = await _loop
                .CallAsync(
                    new SqlCall<(List<JournalEntry> Entries, SqlPlace? Next)>(
                        store => store.Page(list, after, isWanted),
                        []
                    ),
                    cancellationToken
                )
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
