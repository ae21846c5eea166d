using System.Data.Common;
using System.Globalization;

namespace PaymentAbstractions.Journal;

/// <summary>The connection, its prepared statements, and one transaction at a time. Has one owner: the loop of the journal.</summary>
internal sealed partial class SqlStore(SqlDialect dialect, TimeProvider time) : IJournalStore, IDisposable
{
    private readonly Dictionary<string, DbCommand> _commands = new(StringComparer.Ordinal);
    private DbConnection? _connection;
    private bool _isWriting;

    private JournalFailure? _lastFailure;

    /// <summary>Whether the call that runs has written something, so that it is done whole or not at all.</summary>
    public bool HasWritten { get; private set; }

    public DateTimeOffset Now => time.GetUtcNow();

    public int MostCallsPerTransaction => dialect.MostCallsPerTransaction;

    public bool IsFailure(Exception exception) => dialect.IsFailure(exception);

    /// <summary>Connects and brings the schema up to date.</summary>
    /// <exception cref="JournalUnavailableException">The database was made by a later version of this library.</exception>
    public void Open()
    {
        _connection ??= dialect.Connect();
        new SqlSchema(dialect, _connection, time).Update();
    }

    /// <summary>The last failure that changed nothing else; each is told once.</summary>
    public JournalFailure? TakeLastFailure() => Interlocked.Exchange(ref _lastFailure, null);

    public void Begin(bool isWrite)
    {
        dialect.Begin(_connection!, isWrite);
        if (isWrite)
        {
            // Both may have changed while it waited for its turn.
            dialect.Verify(_connection!);
            RefuseLaterSchema();
        }

        _isWriting = isWrite;
    }

    public void BeginCall() => HasWritten = false;

    /// <exception cref="JournalUnavailableException">The file was deleted or replaced meanwhile: nothing of it is durable.</exception>
    public void Commit()
    {
        Command("COMMIT").ExecuteNonQuery();
        if (!_isWriting)
        {
            return;
        }

        dialect.Verify(_connection!);
        try
        {
            dialect.AfterCommit(_connection!);
        }
#pragma warning disable CA1031 // What was committed stays so.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _lastFailure = dialect.FailureOf(exception);
        }
    }

    /// <summary>Writes what changes nothing, to see whether the database can be written.</summary>
    public bool Probe() =>
        Command("UPDATE schema_versions SET applied_at = applied_at WHERE version = 1").ExecuteNonQuery() > 0;

    // Another process may be of a later version, and what it writes would be written back without what this one does not know.
    private void RefuseLaterSchema()
    {
        var version = Convert.ToInt32(
            Command("SELECT max(version) FROM schema_versions").ExecuteScalar(),
            CultureInfo.InvariantCulture
        );
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
            if (_connection is not null)
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

        return exception is JournalUnavailableException unavailable
            ? new JournalFailure { Kind = unavailable.Kind, Message = unavailable.Message }
            : dialect.FailureOf(exception);
    }

    /// <summary>Whether nothing was ever recorded.</summary>
    public bool IsEmpty() => Command("SELECT 1 FROM payments LIMIT 1").ExecuteScalar() is null;

    public void Dispose()
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
    private DbCommand Command(string text, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        if (!_commands.TryGetValue(text, out var command))
        {
            command = _connection!.CreateCommand();
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
