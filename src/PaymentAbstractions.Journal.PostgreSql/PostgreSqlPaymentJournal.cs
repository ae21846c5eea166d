using System.Data.Common;

namespace PaymentAbstractions.Journal.PostgreSql;

/// <summary>The shared journal: a schema of a PostgreSQL database, version 15 or later, that many hosts use at the same time.</summary>
/// <remarks>
/// <para>
/// Times are those of the database, so that a host with a wrong clock does not declare attempts unsent. A transaction locks everything that
/// its decisions depend on before it reads it, in the same order on all hosts. When the response to a commit is lost, the result is read
/// again as soon as the server can be reached; an intent whose caller cannot rely on it is closed as not sent.
/// </para>
/// <para>Each journal has one connection. This type is thread-safe.</para>
/// </remarks>
public sealed class PostgreSqlPaymentJournal : SqlPaymentJournal
{
    private PostgreSqlPaymentJournal(SqlStore store, PostgreSqlJournalOptions options, TimeProvider clock)
        : base(store, options.KeepDetailsFor, clock) { }

    /// <summary>
    /// Opens the journal of a database. Creates its schema when it is missing and <see cref="PostgreSqlJournalOptions.Migrate"/> is set.
    /// </summary>
    /// <param name="options">The options; later changes of the object have no effect.</param>
    /// <param name="timeProvider">The clock of the host, for waits; the system clock when <see langword="null"/>.</param>
    /// <param name="cancellationToken">Cancels the opening before it has begun.</param>
    /// <returns>The journal.</returns>
    /// <exception cref="PaymentConfigurationException">An option is not valid. The exception lists all problems.</exception>
    /// <exception cref="JournalUnavailableException">
    /// The database cannot be reached or does not accept writes; it confirms commits before they are durable; there is a proxy in between;
    /// or the schema is missing, empty although payments are expected, or changed by a later version of this library.
    /// </exception>
    public static Task<PostgreSqlPaymentJournal> OpenAsync(
        PostgreSqlJournalOptions options,
        TimeProvider? timeProvider = null,
        CancellationToken cancellationToken = default
    ) => OpenAsync(options, source: null, timeProvider, testClock: null, cancellationToken);

    /// <summary>Opens the journal over a data source of the application. Its connection string replaces that of the options.</summary>
    /// <param name="options">The options; later changes of the object have no effect.</param>
    /// <param name="source">An <c>NpgsqlDataSource</c>. The caller must dispose it, after the journal.</param>
    /// <param name="timeProvider">The clock of the host, for waits; the system clock when <see langword="null"/>.</param>
    /// <param name="cancellationToken">Cancels the opening before it has begun.</param>
    /// <returns>The journal.</returns>
    /// <exception cref="PaymentConfigurationException">An option is not valid. The exception lists all problems.</exception>
    /// <exception cref="JournalUnavailableException">See the other overload.</exception>
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

    /// <summary>Creates or upgrades the schema. The call can be repeated, and several hosts can make it at the same time.</summary>
    /// <param name="options">The options. The role must own the schema, or be allowed to create it.</param>
    /// <param name="cancellationToken">Cancels the call before it has begun.</param>
    /// <returns>A task that completes when the schema is up to date.</returns>
    /// <exception cref="PaymentConfigurationException">An option is not valid. The exception lists all problems.</exception>
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

    /// <summary>Gets the statements that create or upgrade the schema, to run them manually.</summary>
    /// <param name="schema">The name of the schema.</param>
    /// <param name="fromVersion">The existing version, from 0 (no schema) to the latest.</param>
    /// <returns>The statements, as one transaction.</returns>
    /// <exception cref="PaymentConfigurationException">The name is not valid.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The version does not exist.</exception>
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
                throw dialect.Unavailable(JournalFailureKind.Missing, "is empty, but payments were expected.");
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
