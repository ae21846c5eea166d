using System.Data;
using System.Data.Common;
using System.Globalization;

namespace PaymentAbstractions.Journal;

/// <summary>The connection, its prepared statements, and one transaction at a time. Only the loop of the journal uses it.</summary>
internal partial class SqlStore(SqlDialect dialect, TimeProvider time) : IJournalStore, IDisposable
{
    private readonly Dictionary<string, DbCommand> _commands = new(StringComparer.Ordinal);
    private DbConnection? _connection;
    private bool _isWriting;

    private JournalFailure? _lastFailure;

    /// <summary>Whether the current call has written, so that all of its writes must be recorded or none.</summary>
    public bool HasWritten { get; protected set; }

    public virtual DateTimeOffset Now => time.GetUtcNow();

    public int MaxCallsPerTransaction => dialect.MaxCallsPerTransaction;

    public bool IsFailure(Exception exception) => dialect.IsFailure(exception);

    /// <summary>Connects and upgrades the schema.</summary>
    /// <exception cref="JournalUnavailableException">A later version of this library created the database.</exception>
    public virtual void Open() => new SqlSchema(dialect, Connection, time).Update();

    /// <summary>Whether there is a connection that is not known to be broken.</summary>
    public bool IsConnected => _connection is not null;

    /// <summary>The connection, which is opened when there is none.</summary>
    protected DbConnection Connection => _connection ??= dialect.Connect();

    /// <summary>Whether calls wait only for hosts that write the same names.</summary>
    public virtual bool LocksByName => false;

    /// <summary>Begins a transaction for some calls.</summary>
    /// <param name="calls">The calls.</param>
    /// <param name="isPatient">Whether they may wait a long time for other hosts.</param>
    public virtual void Begin(IReadOnlyList<SqlCall> calls, bool isPatient = true) =>
        Begin(calls.Any(call => call.IsWrite));

    /// <summary>Gets the last failure that had no other effect; each is returned once.</summary>
    public JournalFailure? TakeLastFailure() => Interlocked.Exchange(ref _lastFailure, null);

    private void Begin(bool isWrite)
    {
        dialect.Begin(Connection, isWrite);
        if (isWrite)
        {
            // Both may have changed while the transaction waited.
            dialect.Verify(Connection);
            RefuseLaterSchema();
        }

        _isWriting = isWrite;
    }

    public virtual void BeginCall(SqlCall call) => HasWritten = false;

    /// <exception cref="JournalUnavailableException">The file was deleted or replaced meanwhile, so that nothing is durable.</exception>
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
#pragma warning disable CA1031 // Committed data stays committed.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _lastFailure = dialect.FailureOf(exception);
        }
    }

    /// <summary>Checks whether the database can be written.</summary>
    public bool Probe()
    {
        Command(dialect.Probe).ExecuteNonQuery();
        return true;
    }

    // Another process may have a later version, whose data this version would overwrite incompletely.
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

    /// <summary>Rolls back the transaction. If that fails, the transaction was never committed.</summary>
    public JournalFailure TakeBack(Exception exception)
    {
        try
        {
            if (_connection is { State: ConnectionState.Open })
            {
                Command("ROLLBACK").ExecuteNonQuery();
            }
        }
#pragma warning disable CA1031 // The first failure is the important one.
        catch (Exception)
#pragma warning restore CA1031
        {
            // The database has already rolled back, or no transaction had begun.
        }

        if (_connection is not { State: ConnectionState.Open } || IsUnusableAfter(exception))
        {
            Disconnect();
        }

        return exception is JournalUnavailableException unavailable
            ? new JournalFailure { Kind = unavailable.Kind, Message = unavailable.Message }
            : dialect.FailureOf(exception);
    }

    /// <summary>Whether a connection cannot be used any more after a failure.</summary>
    protected virtual bool IsUnusableAfter(Exception exception) => false;

    /// <summary>Whether the journal has no records.</summary>
    public bool IsEmpty() => Command("SELECT 1 FROM payments LIMIT 1").ExecuteScalar() is null;

    public void Dispose()
    {
        Disconnect();
        dialect.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes the connection; the next transaction opens a new one.</summary>
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

    /// <summary>Gets the prepared statement of a text, with its parameters set.</summary>
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
