using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions.Journal;

/// <summary>What became of a write.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<JournalWriteStatus>))]
public enum JournalWriteStatus
{
    /// <summary>Nothing is recorded: see <see cref="JournalWrite.Failure"/>. The zero value.</summary>
    NotRecorded = 0,

    /// <summary>Durable.</summary>
    Recorded,

    /// <summary>The entry says so already; nothing was written.</summary>
    Unchanged,

    /// <summary>The journal has no such key, or no entry that made such a transaction.</summary>
    NotFound,

    /// <summary>Another attempt of the key has begun since: what was told belongs to a dead one and is refused.</summary>
    StaleAttempt,

    /// <summary>The entry has a final outcome, and this may not change it.</summary>
    AlreadyFinal,

    /// <summary>The entry has a newer revision of the provider or of the journal than this.</summary>
    Outdated,

    /// <summary>
    /// The attempt may still be sent until its send-by time, or is under way, so it cannot be declared unsent yet; nor declined or
    /// refused by a person.
    /// </summary>
    TooEarly,
}
