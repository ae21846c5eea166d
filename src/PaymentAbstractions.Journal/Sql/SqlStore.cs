using System.Data;
using System.Data.Common;
using System.Globalization;

namespace PaymentAbstractions.Journal;

/// <summary>The connection, its prepared statements, and one transaction at a time. Has one owner: the loop of the journal.</summary>
internal partial class SqlStore(SqlDialect dialect, TimeProvider time) : IJournalStore, IDisposable
{
    private readonly Dictionary<string, DbCommand> _commands = new(StringComparer.Ordinal);
    private DbConnection? _connection;
    private bool _isWriting;

    private JournalFailure? _lastFailure;

    /// <summary>Whether the call that runs has written something, so that it is done whole or not at all.</summary>
    public bool HasWritten { get; protected set; }

    public virtual DateTimeOffset Now => time.GetUtcNow();

    public int MaxCallsPerTransaction => dialect.MaxCallsPerTransaction;

    public bool IsFailure(Exception exception) => dialect.IsFailure(exception);

    /// <summary>Connects and brings the schema up to date.</summary>
    /// <exception cref="JournalUnavailableException">The database was made by a later version of this library.</exception>
    public virtual void Open() => new SqlSchema(dialect, Connection, time).Update();

    /// <summary>Whether there is a connection that was not seen to break.</summary>
    public bool IsConnected => _connection is not null;

    /// <summary>The connection, made when there is none.</summary>
    protected DbConnection Connection => _connection ??= dialect.Connect();

    /// <summary>Whether only those wait for another host that decide about the same.</summary>
    public virtual bool LocksByName => false;

    /// <summary>Begins a transaction for some calls.</summary>
    /// <param name="calls">The calls.</param>
    /// <param name="isPatient">Whether they may wait for other hosts for long.</param>
    public virtual void Begin(IReadOnlyList<SqlCall> calls, bool isPatient = true) =>
        Begin(calls.Any(call => call.IsWrite));

    /// <summary>The last failure that changed nothing else; each is told once.</summary>
    public JournalFailure? TakeLastFailure() => Interlocked.Exchange(ref _lastFailure, null);

    private void Begin(bool isWrite)
    {
        dialect.Begin(Connection, isWrite);
        if (isWrite)
        {
            // Both may have changed while it waited for its turn.
            dialect.Verify(Connection);
            RefuseLaterSchema();
        }

        _isWriting = isWrite;
    }

    public virtual void BeginCall(SqlCall call) => HasWritten = false;

    /// <exception cref="JournalUnavailableException">The file was deleted or replaced meanwhile: nothing of it is durable.</exception>
    public virtual void Commit()
    {
        Command("COMMIT").ExecuteNonQuery();
        if (!_isWriting)
        {
            return;
        }

        dialect.Verify(Connection);
        try
        {
            dialect.AfterCommit(Connection);
        }
#pragma warning disable CA1031 // What was committed stays so.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _lastFailure = dialect.FailureOf(exception);
        }
    }

    /// <summary>Sees whether the database can be written.</summary>
    public bool Probe()
    {
        Command(dialect.Probe).ExecuteNonQuery();
        return true;
    }

    // Another process may be of a later version, and what it writes would be written back without what this one does not know.
    private void RefuseLaterSchema()
    {
        RefuseLater(
            Convert.ToInt32(
                Command("SELECT max(version) FROM schema_versions").ExecuteScalar(),
                CultureInfo.InvariantCulture
            )
        );
    }

    protected void RefuseLater(int version)
    {
        if (version > dialect.Migrations.Count)
        {
            throw new JournalUnavailableException(SqlSchema.TooNew(dialect, version));
        }
    }

    /// <summary>Undoes the transaction; what cannot be undone was never committed.</summary>
    public JournalFailure TakeBack(Exception exception)
    {
        try
        {
            if (_connection is { State: ConnectionState.Open })
            {
                Command("ROLLBACK").ExecuteNonQuery();
            }
        }
#pragma warning disable CA1031 // What failed first is what matters.
        catch (Exception)
#pragma warning restore CA1031
        {
            // The database has rolled back itself, or no transaction had begun.
        }

        if (_connection is not { State: ConnectionState.Open } || IsUnusableAfter(exception))
        {
            Disconnect();
        }

        return exception is JournalUnavailableException unavailable
            ? new JournalFailure { Kind = unavailable.Kind, Message = unavailable.Message }
            : dialect.FailureOf(exception);
    }

    /// <summary>Whether a connection serves no more after a failure.</summary>
    protected virtual bool IsUnusableAfter(Exception exception) => false;

    /// <summary>Whether nothing was ever recorded.</summary>
    public bool IsEmpty() => Command("SELECT 1 FROM payments LIMIT 1").ExecuteScalar() is null;

    public void Dispose()
    {
        Disconnect();
        dialect.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Gives the connection up; the next transaction makes one.</summary>
    protected void Disconnect()
    {
        foreach (var command in _commands.Values)
        {
            command.Dispose();
        }

        _commands.Clear();
        _connection?.Dispose();
        _connection = null;
    }

    /// <summary>The prepared statement of a text, with its parameters set.</summary>
    protected DbCommand Command(string text, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        if (!_commands.TryGetValue(text, out var command))
        {
            command = Connection.CreateCommand();
#pragma warning disable CA2100 // The texts are constants of this class.
            command.CommandText = text;
#pragma warning restore CA2100
            foreach (var (name, _) in parameters)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = name;
                command.Parameters.Add(parameter);
            }

            _commands.Add(text, command);
        }

        for (var i = 0; i < parameters.Length; i++)
        {
            command.Parameters[i].Value = parameters[i].Value ?? DBNull.Value;
        }

        return command;
    }
}
