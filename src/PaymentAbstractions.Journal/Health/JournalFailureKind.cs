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
    /// The medium did not confirm that it holds what was written. Nothing can be trusted to reach it until the journal is reopened.
    /// </summary>
    SyncFailed,

    /// <summary>Something that was recorded cannot be read any more.</summary>
    Damaged,

    /// <summary>The journal is closed, or was never opened.</summary>
    Closed,

    /// <summary>Another process has the journal.</summary>
    Locked,

    /// <summary>A journal was expected and there is none.</summary>
    Missing,

    /// <summary>The file system is reached over a network, where locks and syncs promise less.</summary>
    NetworkFileSystem,

    /// <summary>The entry is larger than a record may be.</summary>
    TooLarge,

    /// <summary>The system lets two have what one has locked, so two processes could write one journal.</summary>
    LockNotEnforced,
}
