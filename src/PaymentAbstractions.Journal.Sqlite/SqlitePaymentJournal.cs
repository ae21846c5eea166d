using Microsoft.Data.Sqlite;

namespace PaymentAbstractions.Journal.Sqlite;

/// <summary>The embedded journal: one SQLite file that the processes of one host share.</summary>
/// <remarks>
/// The journal uses a write-ahead log and <c>synchronous=FULL</c>: the disk has confirmed every write before the call returns. If the file
/// is deleted or replaced while it is open, the journal detects that before the next write, and nothing is sent until the process is
/// restarted.
/// </remarks>
public sealed class SqlitePaymentJournal : SqlPaymentJournal
{
    private SqlitePaymentJournal(SqlStore store, SqliteJournalOptions options, TimeProvider time)
        : base(store, options.KeepDetailsFor, time) { }

    /// <summary>Opens the journal of a file. Creates the file and its folder when they are missing.</summary>
    /// <param name="options">The options; later changes of the object have no effect.</param>
    /// <param name="timeProvider">The clock; the system clock when <see langword="null"/>.</param>
    /// <param name="cancellationToken">Cancels the opening before it has begun.</param>
    /// <returns>The journal.</returns>
    /// <exception cref="PaymentConfigurationException">An option is not valid. The exception lists all problems.</exception>
    /// <exception cref="JournalUnavailableException">
    /// The file cannot be opened or written; it is missing or empty although payments are expected; it is on a network file system; a later
    /// version of this library has changed it; or an earlier version created it and <see cref="SqliteJournalOptions.Migrate"/> is
    /// <see langword="false"/>.
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
                $"The journal {path} is on a network file system ({type}), where locks and syncs guarantee less than it needs. "
                    + $"Move it to a local disk, or set {nameof(options.AllowNetworkFileSystem)} to accept the risk."
            );
        }

        if ((options.ExpectExisting || !options.Migrate) && !File.Exists(path))
        {
            throw Unavailable(JournalFailureKind.Missing, $"The journal {path} does not exist, but it was expected.");
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
                    $"The journal {path} is empty, but payments were expected."
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
