using System.Data.Common;
using System.Globalization;
using System.Transactions;
using Npgsql;

namespace PaymentAbstractions.Journal.PostgreSql;

/// <summary>
/// A schema of a PostgreSQL database, with the isolation level READ COMMITTED and advisory locks on names for the duration of a
/// transaction.
/// </summary>
/// <param name="source">The source of connections.</param>
/// <param name="own">The same source if it is to be disposed with the journal.</param>
/// <param name="options">The options.</param>
internal sealed class PostgreSqlDialect(DbDataSource source, IDisposable? own, PostgreSqlJournalOptions options)
    : SqlDialect
{
    private const int OldestVersion = 150_000;

    /// <summary>Selects a description of the settings that confirm commits too early, which can change while a connection is open.</summary>
    public const string Early = """
        (SELECT coalesce(string_agg(name || ' is ' || current_setting(name), ', '), '')
            FROM unnest(ARRAY['fsync', 'full_page_writes', 'synchronous_commit']) AS name
            WHERE current_setting(name) IN ('off', 'local'))
        """;

    private const string Settings =
        "SELECT current_setting('server_version_num')::integer, current_setting('server_version'), pg_backend_pid(), "
        + "pg_is_in_recovery() OR current_setting('default_transaction_read_only') = 'on', "
        + Early;

    private string? _place;
    private string? _warning;

    public override IReadOnlyList<string> Migrations => PostgreSqlSchema.Versions;

    public override string Place => _place ?? "on PostgreSQL";

    public override int MaxCallsPerTransaction => options.MaxCallsPerTransaction;

    // A commit that is written to the disk and to the standby, and changes no table.
    public override string Probe => "SELECT pg_logical_emit_message(true, 'payments', '')";

    public PostgreSqlJournalOptions Options => options;

    /// <summary>Gets the last warning of the server; each is returned once.</summary>
    public string? TakeWarning() => Interlocked.Exchange(ref _warning, null);

    /// <exception cref="JournalUnavailableException">The server does not accept writes, or confirms commits before they are
    /// durable.</exception>
    public void RefuseUnlessWritable(bool isReadOnly, string early)
    {
        if (isReadOnly)
        {
            throw Unavailable(
                JournalFailureKind.ReadOnly,
                "does not accept writes: it is a standby or read-only. Specify the primary, or all hosts of the cluster."
            );
        }

        if (!options.AllowNotDurable && early.Length > 0)
        {
            throw Unavailable(
                JournalFailureKind.NotDurable,
                $"confirms commits before they are durable: {early}. Change the setting of the server or the role, or set "
                    + $"{nameof(options.AllowNotDurable)} to accept the risk."
            );
        }
    }

    public override void Dispose()
    {
        own?.Dispose();
        base.Dispose();
    }

    public override DbConnection Connect()
    {
        // Never a part of a transaction of the application, and never a standby while there is a primary.
        using var none = new TransactionScope(TransactionScopeOption.Suppress);
        var connection = source is NpgsqlMultiHostDataSource hosts
            ? hosts.OpenConnection(TargetSessionAttributes.ReadWrite)
            : source.OpenConnection();
        try
        {
            _place = $"{connection.Database} at {connection.DataSource}, schema {options.Schema}";
            Verify(connection);
            if (connection is NpgsqlConnection npgsql)
            {
                npgsql.Notice += (_, told) =>
                    _warning = told.Notice.InvariantSeverity == "WARNING" ? told.Notice.MessageText : _warning;
            }

            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <exception cref="JournalUnavailableException">
    /// The server does not guarantee enough, does not accept writes, or is not a PostgreSQL server.
    /// </exception>
    public override void Verify(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        // A plan that was created while the table was small is cached, and would scan the whole table when it is large. Behind a proxy, the
        // setting would also apply to other clients, and no plan is cached.
        command.CommandText = Settings + (options.AllowProxy ? "" : ", set_config('enable_seqscan', 'off', false)");
        using var reader = command.ExecuteReader();
        reader.Read();
        if (reader.GetInt32(0) < OldestVersion)
        {
            throw Unavailable(
                JournalFailureKind.InputOutput,
                $"has PostgreSQL version {reader.GetString(1)}; the oldest supported version is 15."
            );
        }

        if (!options.AllowProxy && connection is NpgsqlConnection npgsql && npgsql.ProcessID != reader.GetInt32(2))
        {
            throw Unavailable(
                JournalFailureKind.NotDurable,
                $"is reached through a proxy that shares connections. Connect to the server itself, or set {nameof(options.AllowProxy)} if the "
                    + "proxy keeps a transaction on one connection."
            );
        }

        RefuseUnlessWritable(reader.GetBoolean(3), reader.GetString(4));
    }

    // Only for the schema itself; the store starts its own transactions.
    public override void Begin(DbConnection connection, bool isWrite)
    {
        using var command = connection.CreateCommand();
        command.CommandText =
            $"BEGIN ISOLATION LEVEL READ COMMITTED; SET LOCAL search_path TO {PostgreSqlSchema.Quoted(options.Schema)}; SELECT pg_advisory_xact_lock({SqlLock.Of(options.Schema, "schema")}); "
            + $"DO $$ BEGIN IF to_regnamespace('{options.Schema}') IS NULL THEN CREATE SCHEMA {PostgreSqlSchema.Quoted(options.Schema)}; END IF; END $$;";
        command.ExecuteNonQuery();
    }

    public override void AfterCommit(DbConnection connection) { }

    public override object Time(DateTimeOffset time) => time.UtcDateTime;

    public override DateTimeOffset ReadTime(object value) => new((DateTime)value, TimeSpan.Zero);

    public override JournalFailure FailureOf(Exception exception)
    {
        var kind = exception switch
        {
            PostgresException
            {
                SqlState: PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected
            } => JournalFailureKind.Locked,
            PostgresException { SqlState: PostgresErrorCodes.DiskFull } => JournalFailureKind.DiskFull,
            PostgresException { SqlState: PostgresErrorCodes.ReadOnlySqlTransaction } => JournalFailureKind.ReadOnly,
            PostgresException { SqlState: "XX001" or "XX002" } => JournalFailureKind.Damaged,
            PostgresException { SqlState: ['0', '8', ..] or ['5', '7', 'P', ..] } => JournalFailureKind.ConnectionLost,
            PostgresException => JournalFailureKind.InputOutput,
            NpgsqlException => JournalFailureKind.ConnectionLost,
            _ => JournalFailureKind.InputOutput,
        };
        // The message of the server may quote values of a row; its code and its main text do not.
        var text = exception is PostgresException server
            ? string.Create(CultureInfo.InvariantCulture, $"{server.MessageText} ({server.SqlState})")
            : exception.Message;
        return new JournalFailure { Kind = kind, Message = $"The journal {Place} failed: {text}" };
    }

    public JournalUnavailableException Unavailable(JournalFailureKind kind, string what) =>
        new(new JournalFailure { Kind = kind, Message = $"The journal {Place} {what}" });
}
