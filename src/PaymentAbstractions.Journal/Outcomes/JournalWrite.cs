using System.Text.Json.Serialization;
using PaymentAbstractions.Journal.Json;

namespace PaymentAbstractions.Journal;

/// <summary>What became of a write, and the entry as it is now.</summary>
/// <remarks>Instances are immutable and compare by value.</remarks>
public sealed record JournalWrite
{
    /// <summary>What became of it.</summary>
    public required JournalWriteStatus Status { get; init; }

    /// <summary>The entry after the write; as it was before when nothing was written, none when there is none.</summary>
    public JournalEntry? Entry { get; init; }

    /// <summary>
    /// Entries of other keys that changed with it: a sale whose refund was voided, or the other charge of an order. They are written
    /// in the same step.
    /// </summary>
    [JsonConverter(typeof(JournalListJsonConverter<JournalEntry>))]
    public ValueList<JournalEntry> Others { get; init; } = [];

    /// <summary>Why nothing could be recorded, for <see cref="JournalWriteStatus.NotRecorded"/>.</summary>
    public JournalFailure? Failure { get; init; }

    /// <summary>Whether the entry says what was told: recorded now or before.</summary>
    [JsonIgnore]
    public bool IsRecorded => Status is JournalWriteStatus.Recorded or JournalWriteStatus.Unchanged;

    /// <summary>Nothing could be recorded.</summary>
    /// <param name="failure">Why.</param>
    /// <returns>The answer.</returns>
    public static JournalWrite NotRecorded(JournalFailure failure) =>
        new() { Status = JournalWriteStatus.NotRecorded, Failure = failure };
}
