using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions.Journal;

/// <summary>The reason why a journal cannot record or cannot start.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<JournalFailureKind>))]
public enum JournalFailureKind
{
    /// <summary>Reading or writing failed. This is the zero value.</summary>
    InputOutput = 0,

    /// <summary>There is no space left.</summary>
    DiskFull,

    /// <summary>The storage did not confirm that it holds the written data.</summary>
    SyncFailed,

    /// <summary>A record can no longer be read.</summary>
    Damaged,

    /// <summary>The journal is closed, or was never opened.</summary>
    Closed,

    /// <summary>Other processes locked the journal for longer than a call may wait.</summary>
    Locked,

    /// <summary>A journal was expected, but there is none.</summary>
    Missing,

    /// <summary>The journal is on a network file system, where locks and syncs guarantee less.</summary>
    NetworkFileSystem,

    /// <summary>The entry exceeds the maximum size of a record.</summary>
    TooLarge,

    /// <summary>A later version of this library has changed the schema of the database.</summary>
    SchemaTooNew,

    /// <summary>An earlier version of this library created the schema of the database, and opening may not change it.</summary>
    SchemaTooOld,

    /// <summary>An in-memory journal has the maximum number of payments that are open, Pending or Unknown.</summary>
    Full,

    /// <summary>The connection to the database was lost, or could not be made.</summary>
    ConnectionLost,

    /// <summary>The database does not accept writes: it is a standby, or read-only.</summary>
    ReadOnly,

    /// <summary>The database does not guarantee that commits are durable; the message names the setting.</summary>
    NotDurable,
}
