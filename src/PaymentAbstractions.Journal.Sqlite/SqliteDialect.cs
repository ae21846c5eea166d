using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace PaymentAbstractions.Journal.Sqlite;

/// <summary>A SQLite file: write-ahead log, every commit synced, one writer at a time over all processes.</summary>
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

            // Only macOS knows a stronger sync than the usual one; elsewhere it changes nothing.
            Read(connection, "PRAGMA fullfsync = ON");
            Read(connection, "PRAGMA checkpoint_fullfsync = ON");
            SyncLog(connection);
            // SQLite has its log next to the file itself, not next to a link to it.
            _files = new SqliteFiles(path, connection.DataSource);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    // SQLite does not notice that its log or its locks are gone: what it writes there would be lost, or written beside others.
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
                        + "process that uses the journal has ended, which writes back what can be saved, and is started again.",
                }
            );
        }
    }

    // The wait of SQLite itself grows to a tenth of a second, and who waits longest is asked last.
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

    // Who writes without a pause would have the lock again before another process has asked for it.
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

    // A killed process may have left commits in the log that were written and not synced, and they are read like any other. So the log
    // is written back, as far as no other process holds it, and a commit that changes nothing syncs the rest. A new log is needed after
    // a failed sync: what the system dropped of the old one takes everything behind it along.
    private void SyncLog(SqliteConnection connection)
    {
        Read(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
        Begin(connection, isWrite: true);
        Read(connection, $"PRAGMA user_version = {Read(connection, "PRAGMA user_version")}");
        Read(connection, "COMMIT");
    }

    // Both are read of one state of the file, or another process that makes the journal in between would look like something else.
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
                        $"The file {path} is a database of something else. Name a file of its own for the journal.",
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
                        $"The journal {path} does not take '{set}': it has {got}. It promises too little for payments.",
                }
            );
        }
    }

    private static object? Read(SqliteConnection connection, string text)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts are constants of this class and numbers.
        command.CommandText = text;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }
}
