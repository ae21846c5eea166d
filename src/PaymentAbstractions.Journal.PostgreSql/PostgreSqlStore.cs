using System.Data.Common;
using Npgsql;

namespace PaymentAbstractions.Journal.PostgreSql;

/// <summary>
/// One transaction at a time, in two round trips to the server. The first one locks the names of everything that its calls depend on, and
/// then reads it. The rules work on the data that was read. The second one writes their decisions, and commits.
/// </summary>
/// <param name="dialect">The database.</param>
/// <param name="clock">The clock of the database.</param>
/// <param name="testClock">Replaces the database's clock in tests; <see langword="null"/> in applications.</param>
internal sealed partial class PostgreSqlStore(PostgreSqlDialect dialect, DatabaseClock clock, TimeProvider? testClock)
    : SqlStore(dialect, testClock ?? clock)
{
    private static readonly string Upsert = SqlColumn.Upsert(
        $"SELECT * FROM unnest({string.Join(", ", SqlColumn.All.Select(column => column.Parameter))})"
    );

    // In milliseconds, for calls that are tried one by one, because together they have waited long enough.
    private const long BriefWait = 50;

    private PostgreSqlEntries _entries = new();
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly HashSet<string> _locked = new(StringComparer.Ordinal);
    private readonly Dictionary<JournalKey, JournalEntry> _written = [];
    private readonly List<(string Text, (string Name, object? Value)[] Parameters)> _queue = [];
    private DateTimeOffset _now;
    private bool _mayWrite;

    public override DateTimeOffset Now => testClock?.GetUtcNow() ?? _now;

    /// <exception cref="JournalUnavailableException">The schema does not exist, or has another version.</exception>
    public override void Open()
    {
        var version = Version();
        RefuseLater(version);
        if (version == dialect.Migrations.Count)
        {
            return;
        }

        if (!dialect.Options.Migrate)
        {
            throw new JournalUnavailableException(SqlSchema.TooOld(dialect, version));
        }

        base.Open();
    }

    public override bool LocksByName => true;

    public override void Begin(IReadOnlyList<SqlCall> calls, bool isPatient = true)
    {
        var isConnected = IsConnected;
        try
        {
            Start(calls, isPatient);
        }
        // Nothing was written yet, and a connection that broke since the last transaction does not mean that the server is unavailable.
        catch (NpgsqlException exception)
            when (isConnected && IsUnusableAfter(exception) && exception.InnerException is not TimeoutException)
        {
            Disconnect();
            Start(calls, isPatient);
        }
    }

    public override void BeginCall(SqlCall call)
    {
        base.BeginCall(call);
        _mayWrite = call.IsWrite;
    }

    // A warning means that an operator or a time limit ended the wait for a standby, so that only the primary has the commit.
    public override void Commit()
    {
        dialect.TakeWarning();
        Send("COMMIT");
        if (dialect.TakeWarning() is { } warning)
        {
            throw dialect.Unavailable(JournalFailureKind.NotDurable, $"committed with a warning: {warning}.");
        }
    }

    protected override bool IsUnusableAfter(Exception exception) =>
        exception
            is NpgsqlException
                and not PostgresException
                or PostgresException { SqlState: ['5', '7', 'P', ..] or ['0', '8', ..] or "25006" }
                or JournalUnavailableException;

    protected override void Require(IReadOnlyList<JournalEntry> entries) =>
        Require([.. entries.SelectMany(entry => SqlConcerns.Of(entry).Concat(_entries.NamesOf(entry.Key)))]);

    protected override void Put(JournalEntry entry)
    {
        HasWritten = true;
        _written[entry.Key] = entry;
        _entries.Put(entry);
    }

    protected override void Execute(string text, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        HasWritten = true;
        _queue.Add((text, parameters.ToArray()));
    }

    protected override void Change(JournalEntry entry, GuardChange change)
    {
        base.Change(entry, change);
        _entries.Change(entry, change);
    }

    // Queries to the database must see the decisions of this transaction.
    protected override void Flush()
    {
        if (_written.Count > 0 || _queue.Count > 0)
        {
            Send(last: null);
        }
    }

    private void Require(IReadOnlyList<string> names)
    {
        var missing = names.Except(_mayWrite ? _locked : _known, StringComparer.Ordinal).ToList();
        if (missing.Count > 0)
        {
            throw new SqlUnlockedException(missing);
        }
    }

    private void Send(string? last)
    {
        using var batch = NewBatch();
        if (_written.Count > 0)
        {
            Add(batch, Upsert, [.. SqlColumn.All.Select(column => (column.Parameter, (object?)ValuesOf(column)))]);
        }

        foreach (var (text, parameters) in _queue)
        {
            Add(batch, text, parameters);
        }

        if (last is not null)
        {
            Add(batch, last);
        }

        batch.ExecuteNonQuery();
        _written.Clear();
        _queue.Clear();
    }

    // Longer than the wait for a lock, so that the server's response comes first, but limited.
    private DbBatch NewBatch()
    {
        var batch = Connection.CreateBatch();
        batch.Timeout = (int)dialect.Options.LockTimeout.TotalSeconds + 5;
        return batch;
    }

    private Array ValuesOf(SqlColumn column)
    {
        var values = _written.Values.Select(entry => InDatabase(column.ValueOf(entry)));
        return column.Type == typeof(string) ? values.Select(value => (string?)value).ToArray()
            : column.Type == typeof(int) ? values.Select(value => (int)value!).ToArray()
            : column.Type == typeof(long) ? values.Select(value => (long)value!).ToArray()
            : values.Select(value => (DateTime?)value).ToArray();
    }

    private int Version()
    {
        using var command = Connection.CreateCommand();
        command.CommandText =
            $"SELECT coalesce(max(version), 0) FROM {PostgreSqlSchema.Quoted(dialect.Options.Schema)}.schema_versions";
        try
        {
            return (int)command.ExecuteScalar()!;
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            return 0;
        }
    }

    private static void Add(DbBatch batch, string text, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var command = batch.CreateBatchCommand();
        command.CommandText = text;
        foreach (var (name, value) in parameters)
        {
            command.Parameters.Add(new NpgsqlParameter(name, value ?? DBNull.Value));
        }

        batch.BatchCommands.Add(command);
    }
}
