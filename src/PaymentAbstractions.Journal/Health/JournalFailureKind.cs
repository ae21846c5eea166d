using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions.Journal;

/// <summary>Why a journal cannot record or cannot start.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<JournalFailureKind>))]
public enum JournalFailureKind
{
    /// <summary>Reading or writing failed. The zero value.</summary>
    InputOutput = 0,

    /// <summary>There is no space left.</summary>
    DiskFull,

    /// <summary>
    /// The medium did not confirm that it holds what was written.
    /// </summary>
    SyncFailed,

    /// <summary>Something that was recorded cannot be read any more.</summary>
    Damaged,

    /// <summary>The journal is closed, or was never opened.</summary>
    Closed,

    /// <summary>Other processes held the journal for longer than a call may wait.</summary>
    Locked,

    /// <summary>A journal was expected and there is none.</summary>
    Missing,

    /// <summary>The file system is reached over a network, where locks and syncs promise less.</summary>
    NetworkFileSystem,

    /// <summary>The entry is larger than a record may be.</summary>
    TooLarge,

    /// <summary>A later version of this library has changed the schema of the database.</summary>
    SchemaTooNew,

    /// <summary>The schema of the database is of an earlier version of this library, and opening it may not change it.</summary>
    SchemaTooOld,

    /// <summary>A journal in memory holds as many payments that are open, Pending or Unknown as it may.</summary>
    Full,

    /// <summary>The connection to the database was lost, or could not be made.</summary>
    ConnectionLost,

    /// <summary>The database takes no writes: it is a standby, or was set to read-only.</summary>
    ReadOnly,

    /// <summary>The database promises less than a commit needs to mean; see the message for the setting.</summary>
    NotDurable,
}
