using Microsoft.Data.Sqlite;

namespace PaymentAbstractions.Journal.Sqlite;

/// <summary>The embedded journal: one SQLite file that the processes of one host share.</summary>
/// <remarks>
/// Write-ahead log, <c>synchronous=FULL</c>: what was answered has been confirmed by the disk. A file that is deleted or replaced while
/// it is open is noticed before the next write, and nothing is sent until the process is started again.
/// </remarks>
public sealed class SqlitePaymentJournal : SqlPaymentJournal
{
    private SqlitePaymentJournal(SqlStore store, SqliteJournalOptions options, TimeProvider time)
        : base(store, options.KeepDetailsFor, time) { }

    /// <summary>Opens the journal of a file, and makes both when they are missing.</summary>
    /// <param name="options">Where it lies and how it behaves; later changes of the object have no effect.</param>
    /// <param name="timeProvider">The clock; the system's when null.</param>
    /// <param name="cancellationToken">Ends the opening before it has begun.</param>
    /// <returns>The journal.</returns>
    /// <exception cref="PaymentConfigurationException">An option has no meaning; all are listed.</exception>
    /// <exception cref="JournalUnavailableException">
    /// The file cannot be opened or written; it was expected and is not there or is empty; it is reached over a network; a later version of
    /// this library has changed it, or an earlier one made it and <see cref="SqliteJournalOptions.Migrate"/> is off.
    /// </exception>
    public static Task<SqlitePaymentJournal> OpenAsync(
        SqliteJournalOptions options,
        TimeProvider? timeProvider = null,
        CancellationToken cancellationToken = default
    ) => OpenAsync(options, new SqliteTuning(), timeProvider, cancellationToken);

    internal static Task<SqlitePaymentJournal> OpenAsync(
        SqliteJournalOptions options,
        SqliteTuning tuning,
        TimeProvider? timeProvider,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(options);
        var problems = new ProblemList();
        options.Validate(problems);
        if (problems.Count > 0)
        {
            throw new PaymentConfigurationException(problems);
        }

        return Task.Run(() => Open(options, tuning, timeProvider ?? TimeProvider.System), cancellationToken);
    }

    private static SqlitePaymentJournal Open(SqliteJournalOptions options, SqliteTuning tuning, TimeProvider time)
    {
        var path = System.IO.Path.GetFullPath(options.Path);
        var folder = System.IO.Path.GetDirectoryName(path)!;
        var dialect = new SqliteDialect(path, options, tuning);
        if (!options.AllowNetworkFileSystem && NetworkFileSystems.Find(folder) is { } type)
        {
            throw Unavailable(
                JournalFailureKind.NetworkFileSystem,
                $"The journal {path} lies on a network file system ({type}), where locks and syncs promise less than it needs. "
                    + $"Move it to a local disk, or set {nameof(options.AllowNetworkFileSystem)} and accept the risk."
            );
        }

        if ((options.ExpectExisting || !options.Migrate) && !File.Exists(path))
        {
            throw Unavailable(JournalFailureKind.Missing, $"The journal {path} is not there, and it was expected.");
        }

        var store = new SqlStore(dialect, time);
        try
        {
            SqliteDirectory.Create(folder);
            store.Open();
            if (options.ExpectExisting && store.IsEmpty())
            {
                throw Unavailable(
                    JournalFailureKind.Missing,
                    $"The journal {path} is empty, and payments were expected."
                );
            }

            return new SqlitePaymentJournal(store, options, time);
        }
        catch (Exception exception) when (exception is SqliteException or IOException or UnauthorizedAccessException)
        {
            store.Dispose();
            throw new JournalUnavailableException(dialect.FailureOf(exception));
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    private static JournalUnavailableException Unavailable(JournalFailureKind kind, string message) =>
        new(new JournalFailure { Kind = kind, Message = message });
}
