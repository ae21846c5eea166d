using System.Data.Common;

namespace PaymentAbstractions.Journal;

/// <summary>The connection, its prepared statements, and one transaction at a time. Has one owner: the loop of the journal.</summary>
internal sealed partial class SqlStore(SqlDialect dialect, TimeProvider time) : IEntryReader, IDisposable
{
    private readonly Dictionary<string, DbCommand> _commands = new(StringComparer.Ordinal);
    private DbConnection? _connection;
    private bool _isWriting;

    /// <summary>The last failure that concerned one entry alone.</summary>
    public JournalFailure? LastFailure { get; private set; }

    public int MostCallsPerTransaction => dialect.MostCallsPerTransaction;

    public bool IsFailure(Exception exception) => dialect.IsFailure(exception);

    /// <summary>Connects and brings the schema up to date.</summary>
    /// <exception cref="JournalUnavailableException">The database was made by a later version of this library.</exception>
    public void Open()
    {
        _connection ??= dialect.Connect();
        new SqlSchema(dialect, _connection, time).Update();
    }

    public void Begin(bool isWrite)
    {
        if (isWrite)
        {
            dialect.Verify(_connection!);
        }

        dialect.Begin(_connection!, isWrite);
        _isWriting = isWrite;
    }

    public void Commit()
    {
        Command("COMMIT").ExecuteNonQuery();
        try
        {
            if (_isWriting)
            {
                dialect.AfterCommit(_connection!);
            }
        }
        catch (Exception exception) when (IsFailure(exception))
        {
            // What was committed stays so.
            LastFailure = dialect.FailureOf(exception);
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
