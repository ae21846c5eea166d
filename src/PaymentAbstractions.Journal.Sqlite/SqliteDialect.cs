using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace PaymentAbstractions.Journal.Sqlite;

/// <summary>A SQLite file: with a write-ahead log, a sync for every commit, and one writer at a time across all processes.</summary>
internal sealed class SqliteDialect(string path, SqliteJournalOptions options, SqliteTuning tuning) : SqlDialect
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(1);

    private readonly TimeSpan _lockTimeout = options.LockTimeout;
    private SqliteFiles? _files;
    private long _seen;

    public override IReadOnlyList<string> Migrations => SqliteSchema.Versions;

    public override string Place => path;

    public override int MaxCallsPerTransaction => tuning.MaxCallsPerTransaction;

    public override bool Migrates { get; } = options.Migrate;

    public override DbConnection Connect()
    {
        var text = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = Migrates ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite,
            Pooling = false,
            DefaultTimeout = (int)Math.Ceiling(_lockTimeout.TotalSeconds),
            Vfs = tuning.Vfs,
        };
        var connection = new SqliteConnection(text.ToString());
        try
        {
            connection.Open();
            RefuseForeign(connection);
            Require(connection, "PRAGMA journal_mode = WAL", "PRAGMA journal_mode", "wal");
            var synchronous = (int)tuning.Synchronous;
            Require(connection, $"PRAGMA synchronous = {synchronous}", "PRAGMA synchronous", synchronous);
            if (tuning.PagesPerCheckpoint is { } pages)
            {
                Require(connection, $"PRAGMA wal_autocheckpoint = {pages}", "PRAGMA wal_autocheckpoint", pages);
            }

            // Only macOS has a stronger sync than the usual one; elsewhere, this changes nothing.
            Read(connection, "PRAGMA fullfsync = ON");
            Read(connection, "PRAGMA checkpoint_fullfsync = ON");
            SyncLog(connection);
            // SQLite keeps its log next to the file itself, not next to a link to it.
            _files = new SqliteFiles(path, connection.DataSource);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    // SQLite does not detect that its log or its locks are deleted: it would write to a lost file, or in parallel to other processes.
    public override void Verify(DbConnection connection)
    {
        if (_files!.FindChanged() is { } changed)
        {
            throw new JournalUnavailableException(
                new JournalFailure
                {
                    Kind = JournalFailureKind.Missing,
                    Message =
                        $"The file {changed} of the journal was deleted or replaced while it was open. Nothing is sent until every "
                        + "process that uses the journal has ended and restarted. Ending it writes back the data that can be saved.",
                }
            );
        }
    }

    // The wait of SQLite itself grows to a tenth of a second, so the longest waiter would be served last.
    public override void Begin(DbConnection connection, bool isWrite)
    {
        var sqlite = (SqliteConnection)connection;
        var waiting = Stopwatch.StartNew();
        while (true)
        {
            var code = raw.sqlite3_exec(sqlite.Handle, isWrite ? "BEGIN IMMEDIATE" : "BEGIN");
            if (code == raw.SQLITE_OK)
            {
                return;
            }

            if (code != raw.SQLITE_BUSY || waiting.Elapsed > _lockTimeout)
            {
                SqliteException.ThrowExceptionForRC(code, sqlite.Handle);
            }

            Thread.Sleep(Pause);
        }
    }

    // A process that writes without a pause would get the lock again before another process tries to.
    public override void AfterCommit(DbConnection connection)
    {
        var version = (long)Read((SqliteConnection)connection, "PRAGMA data_version")!;
        if (version != _seen && _seen != 0)
        {
            Thread.Sleep(Pause);
        }

        _seen = version;
    }

    public override object Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture);

    public override DateTimeOffset ReadTime(object value) =>
        DateTimeOffset.Parse((string)value, CultureInfo.InvariantCulture);

    public override JournalFailure FailureOf(Exception exception)
    {
        var kind = exception switch
        {
            SqliteException { SqliteErrorCode: raw.SQLITE_BUSY or raw.SQLITE_LOCKED } => JournalFailureKind.Locked,
            SqliteException { SqliteErrorCode: raw.SQLITE_FULL } => JournalFailureKind.DiskFull,
            SqliteException { SqliteErrorCode: raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB } => JournalFailureKind.Damaged,
            SqliteException { SqliteErrorCode: raw.SQLITE_TOOBIG } => JournalFailureKind.TooLarge,
            SqliteException { SqliteExtendedErrorCode: raw.SQLITE_IOERR_FSYNC or raw.SQLITE_IOERR_DIR_FSYNC } =>
                JournalFailureKind.SyncFailed,
            _ => JournalFailureKind.InputOutput,
        };
        return new JournalFailure { Kind = kind, Message = $"The journal {path} failed: {exception.Message}" };
    }

    // A killed process may have left commits in the log that were written but not synced, and they are read like all others. So the log is
    // written back, unless another process uses it, and a commit without changes syncs the rest. After a failed sync, a new log is
    // necessary: data that the system dropped from the old one would invalidate everything after it.
    private void SyncLog(SqliteConnection connection)
    {
        Read(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
        Begin(connection, isWrite: true);
        Read(connection, $"PRAGMA user_version = {Read(connection, "PRAGMA user_version")}");
        Read(connection, "COMMIT");
    }

    // Both are read from one state of the file. Otherwise, another process that creates the journal in between would make it look like a
    // foreign database.
    private void RefuseForeign(SqliteConnection connection)
    {
        Begin(connection, isWrite: false);
        var isEmpty = Read(connection, "SELECT 1 FROM sqlite_schema LIMIT 1") is null;
        var id = (long)Read(connection, "PRAGMA application_id")!;
        Read(connection, "COMMIT");
        if (id != SqliteSchema.Id && !(id == 0 && isEmpty))
        {
            throw new JournalUnavailableException(
                new JournalFailure
                {
                    Kind = JournalFailureKind.InputOutput,
                    Message =
                        $"The file {path} is a database of another application. Use a separate file for the journal.",
                }
            );
        }
    }

    private void Require(SqliteConnection connection, string set, string get, object wanted)
    {
        Read(connection, set);
        var got = Read(connection, get);
        if (!string.Equals($"{got}", $"{wanted}", StringComparison.Ordinal))
        {
            throw new JournalUnavailableException(
                new JournalFailure
                {
                    Kind = JournalFailureKind.InputOutput,
                    Message =
                        $"The journal {path} does not accept '{set}': the value is {got}, which is not safe enough for payments.",
                }
            );
        }
    }

    private static object? Read(SqliteConnection connection, string text)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts consist of constants of this class and numbers.
        command.CommandText = text;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }
}
