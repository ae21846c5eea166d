using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions.Journal;

/// <summary>The status of a write.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<JournalWriteStatus>))]
public enum JournalWriteStatus
{
    /// <summary>Nothing was recorded: see <see cref="JournalWrite.Failure"/>. This is the zero value.</summary>
    NotRecorded = 0,

    /// <summary>The write is durable.</summary>
    Recorded,

    /// <summary>The entry already has this data; nothing was written.</summary>
    Unchanged,

    /// <summary>The journal has no such key, or no entry that created the transaction.</summary>
    NotFound,

    /// <summary>Another attempt of the key has started since: the data belongs to an earlier attempt and is refused.</summary>
    StaleAttempt,

    /// <summary>The entry has a final outcome, which this write may not change.</summary>
    AlreadyFinal,

    /// <summary>The entry has a newer revision of the provider or of the journal.</summary>
    Outdated,

    /// <summary>
    /// The attempt may still be sent until its send-by time, or is in progress, so it cannot be declared unsent yet, or declined or refused
    /// by a person.
    /// </summary>
    TooEarly,
}
