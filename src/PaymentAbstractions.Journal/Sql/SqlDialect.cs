using System.Data.Common;

namespace PaymentAbstractions.Journal;

/// <summary>The differences between databases. Used by one thread at a time.</summary>
internal abstract class SqlDialect : IDisposable
{
    /// <summary>The statements of each version of the schema, starting with the first; a released version never changes.</summary>
    public abstract IReadOnlyList<string> Migrations { get; }

    /// <summary>The name of the database in messages: a file, or a host and a name, without secrets.</summary>
    public abstract string Place { get; }

    /// <summary>The maximum number of calls that share one transaction.</summary>
    public abstract int MaxCallsPerTransaction { get; }

    /// <summary>Whether opening may create or upgrade the schema.</summary>
    public virtual bool Migrates => true;

    /// <summary>Opens a connection on which a commit is durable.</summary>
    /// <exception cref="DbException">It cannot be opened.</exception>
    public abstract DbConnection Connect();

    /// <summary>Verifies that the database is still the one that was opened. Called before a transaction that writes.</summary>
    /// <exception cref="JournalUnavailableException">It was deleted or replaced.</exception>
    public abstract void Verify(DbConnection connection);

    /// <summary>Begins a transaction. A transaction that writes waits for those of other processes, for a limited time.</summary>
    public abstract void Begin(DbConnection connection, bool isWrite);

    /// <summary>Gives other processes a chance to write, if there are any.</summary>
    public abstract void AfterCommit(DbConnection connection);

    /// <summary>Converts a time to the format of the database.</summary>
    public abstract object Time(DateTimeOffset time);

    /// <summary>Converts a time from the format of the database; see <see cref="Time"/>.</summary>
    public abstract DateTimeOffset ReadTime(object value);

    /// <summary>A write that changes nothing, to check whether the database can be written.</summary>
    public virtual string Probe => "UPDATE schema_versions SET applied_at = applied_at WHERE version = 1";

    /// <summary>Describes a failure, for people.</summary>
    public abstract JournalFailure FailureOf(Exception exception);

    /// <summary>Called when the journal is disposed.</summary>
    public virtual void Dispose() => GC.SuppressFinalize(this);

    /// <summary>Whether the database, or the disk under it, failed.</summary>
    public virtual bool IsFailure(Exception exception) =>
        exception is DbException or IOException or UnauthorizedAccessException or JournalUnavailableException;
}
