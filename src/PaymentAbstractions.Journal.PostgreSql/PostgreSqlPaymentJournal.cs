using System.Data.Common;

namespace PaymentAbstractions.Journal.PostgreSql;

/// <summary>The shared journal: a schema of a PostgreSQL database, version 15 or later, that many hosts use at once.</summary>
/// <remarks>
/// <para>
/// Times are those of the database, so that a host whose clock is wrong declares nothing unsent. Everything that a transaction decides
/// about is
/// locked before it is read, in one order over all hosts. A commit whose answer is lost is read again when the server is reached; an intent
/// that its caller cannot rely on is closed unsent.
/// </para>
/// <para>One connection for each journal. Thread-safe.</para>
/// </remarks>
public sealed class PostgreSqlPaymentJournal : SqlPaymentJournal
{
    private PostgreSqlPaymentJournal(SqlStore store, PostgreSqlJournalOptions options, TimeProvider clock)
        : base(store, options.KeepDetailsFor, clock) { }

    /// <summary>Opens the journal of a database, and makes its schema when that is missing and may be made.</summary>
    /// <param name="options">Where it lies and how it behaves; later changes of the object have no effect.</param>
    /// <param name="timeProvider">The clock of the host, for waits; the system's when null.</param>
    /// <param name="cancellationToken">Ends the opening before it has begun.</param>
    /// <returns>The journal.</returns>
    /// <exception cref="PaymentConfigurationException">An option has no meaning; all are listed.</exception>
    /// <exception cref="JournalUnavailableException">
    /// The database cannot be reached or takes no writes; it confirms commits before they are durable; a proxy is in between; the schema is
    /// missing, empty although payments are expected, or changed by a later version of this library.
    /// </exception>
    public static Task<PostgreSqlPaymentJournal> OpenAsync(
        PostgreSqlJournalOptions options,
        TimeProvider? timeProvider = null,
        CancellationToken cancellationToken = default
    ) => OpenAsync(options, source: null, timeProvider, testClock: null, cancellationToken);

    /// <summary>
    /// Opens the journal over a data source of the application, whose connection string counts instead of that of the options.
    /// </summary>
    /// <param name="options">How it behaves; later changes of the object have no effect.</param>
    /// <param name="source">An <c>NpgsqlDataSource</c>; it stays the caller's to dispose, after the journal.</param>
    /// <param name="timeProvider">The clock of the host, for waits; the system's when null.</param>
    /// <param name="cancellationToken">Ends the opening before it has begun.</param>
    /// <returns>The journal.</returns>
    /// <exception cref="PaymentConfigurationException">An option has no meaning; all are listed.</exception>
    /// <exception cref="JournalUnavailableException">As for the other overload.</exception>
    public static Task<PostgreSqlPaymentJournal> OpenAsync(
        PostgreSqlJournalOptions options,
        DbDataSource source,
        TimeProvider? timeProvider = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(source);
        return OpenAsync(options, source, timeProvider, testClock: null, cancellationToken);
    }

    /// <summary>Makes the schema or brings it up to date. Repeating it changes nothing; several hosts may do it at once.</summary>
    /// <param name="options">Where it lies; the role must own the schema, or may make it.</param>
    /// <param name="cancellationToken">Ends it before it has begun.</param>
    /// <returns>A task that ends when it is done.</returns>
    /// <exception cref="PaymentConfigurationException">An option has no meaning; all are listed.</exception>
    /// <exception cref="JournalUnavailableException">The database cannot be reached, or the role may not change the schema.</exception>
    public static async Task MigrateAsync(
        PostgreSqlJournalOptions options,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(options);
        var copy = options.Copy();
        copy.Migrate = true;
        var journal = await OpenAsync(copy, timeProvider: null, cancellationToken).ConfigureAwait(false);
        await journal.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>The statements that make the schema, or bring it up to date, to be run by hand.</summary>
    /// <param name="schema">The name of the schema.</param>
    /// <param name="fromVersion">The version that is there, from 0 for none to the latest.</param>
    /// <returns>One transaction.</returns>
    /// <exception cref="PaymentConfigurationException">The name has no meaning.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such version.</exception>
    public static string Script(string schema = "payments", int fromVersion = 0)
    {
        new PostgreSqlJournalOptions { Schema = schema }.Check(hasSource: true);
        return PostgreSqlSchema.Script(schema, fromVersion);
    }

    internal static Task<PostgreSqlPaymentJournal> OpenAsync(
        PostgreSqlJournalOptions options,
        DbDataSource? source,
        TimeProvider? timeProvider,
        TimeProvider? testClock,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(options);
        var copy = options.Copy();
        copy.Check(source is not null);
        return Task.Run(() => Open(copy, source, timeProvider ?? TimeProvider.System, testClock), cancellationToken);
    }

    private static PostgreSqlPaymentJournal Open(
        PostgreSqlJournalOptions options,
        DbDataSource? source,
        TimeProvider host,
        TimeProvider? testClock
    )
    {
        var own = source is null ? PostgreSqlSource.Of(options) : null;
        var dialect = new PostgreSqlDialect(source ?? own!, own, options);
        var clock = new DatabaseClock(host);
        var store = new PostgreSqlStore(dialect, clock, testClock);
        try
        {
            store.Open();
            store.Begin([]);
            var isEmpty = store.IsEmpty();
            store.Commit();
            if (options.ExpectExisting && isEmpty)
            {
                throw dialect.Unavailable(JournalFailureKind.Missing, "is empty, and payments were expected.");
            }

            return new PostgreSqlPaymentJournal(store, options, testClock ?? clock);
        }
        catch (Exception exception)
        {
            store.Dispose();
            if (exception is JournalUnavailableException || !dialect.IsFailure(exception))
            {
                throw;
            }

            throw new JournalUnavailableException(dialect.FailureOf(exception));
        }
    }
}
