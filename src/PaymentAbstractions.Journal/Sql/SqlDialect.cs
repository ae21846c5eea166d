using System.Data.Common;

namespace PaymentAbstractions.Journal;

/// <summary>What differs from one database to another. Used by one thread at a time.</summary>
internal abstract class SqlDialect : IDisposable
{
    /// <summary>The statements of each version of the schema, from the first one on; a released one never changes.</summary>
    public abstract IReadOnlyList<string> Migrations { get; }

    /// <summary>What the database is called in messages: a file, or a host and a name; no secret.</summary>
    public abstract string Place { get; }

    /// <summary>The most calls that share one transaction.</summary>
    public abstract int MaxCallsPerTransaction { get; }

    /// <summary>Whether opening may make the schema or bring it up to date.</summary>
    public virtual bool Migrates => true;

    /// <summary>Opens a connection on which a commit is durable.</summary>
    /// <exception cref="DbException">It cannot be opened.</exception>
    public abstract DbConnection Connect();

    /// <summary>Makes sure that the database is still the one that was opened; before a transaction that writes.</summary>
    /// <exception cref="JournalUnavailableException">It was deleted or replaced.</exception>
    public abstract void Verify(DbConnection connection);

    /// <summary>Begins a transaction. One that writes waits for those of other processes, for a bounded time.</summary>
    public abstract void Begin(DbConnection connection, bool isWrite);

    /// <summary>Lets other processes have their turn, when there are any.</summary>
    public abstract void AfterCommit(DbConnection connection);

    /// <summary>A time as the database compares it.</summary>
    public abstract object Time(DateTimeOffset time);

    /// <summary>A time as it was given to <see cref="Time"/>.</summary>
    public abstract DateTimeOffset ReadTime(object value);

    /// <summary>Writes what changes nothing, to see whether the database can be written.</summary>
    public virtual string Probe => "UPDATE schema_versions SET applied_at = applied_at WHERE version = 1";

    /// <summary>What went wrong, for people.</summary>
    public abstract JournalFailure FailureOf(Exception exception);

    /// <summary>Ends with the journal.</summary>
    public virtual void Dispose() => GC.SuppressFinalize(this);

    /// <summary>Whether the database, or the disk under it, failed.</summary>
    public virtual bool IsFailure(Exception exception) =>
        exception is DbException or IOException or UnauthorizedAccessException or JournalUnavailableException;
}
