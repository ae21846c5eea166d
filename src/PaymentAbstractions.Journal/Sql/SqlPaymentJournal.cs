using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace PaymentAbstractions.Journal;

/// <summary>
/// A journal in a database, with one row for each payment, which can be read with database tools. Many callers share one transaction.
/// </summary>
/// <remarks>
/// <para>
/// Data that a call reported as recorded survives a crash of the process, of the system and of the power, provided that the database keeps
/// what it confirmed. While the database cannot be written, no attempt starts, see <see cref="Health"/>; as soon as it can be written,
/// attempts start again.
/// </para>
/// <para>This type is thread-safe. Dispose it once, when it is no longer used.</para>
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

    /// <summary>Completes the waiting calls, and closes the database.</summary>
    /// <returns>A task that completes when the database is closed.</returns>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 0)
        {
            await _retention.DisposeAsync().ConfigureAwait(false);
            await _loop.StopAsync().ConfigureAwait(false);
            GC.SuppressFinalize(this);
        }
    }

    /// <summary>Reduces the entries that are due now, for tests; otherwise, this runs once an hour.</summary>
    internal Task<int> ReduceAsync(CancellationToken cancellationToken) => _retention.ReduceAsync(cancellationToken);

    private protected override string NewNonce() => RandomNumberGenerator.GetHexString(16, lowercase: true);

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

    // By pages, so that a long list is never in memory as a whole, and payments continue in between.
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
