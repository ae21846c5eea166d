using System.Text.Json.Serialization;
using PaymentAbstractions.Journal.Json;

namespace PaymentAbstractions.Journal;

/// <summary>The result of a write, and the current entry.</summary>
/// <remarks>Instances are immutable and compare by value.</remarks>
public sealed record JournalWrite
{
    /// <summary>The status of the write.</summary>
    public required JournalWriteStatus Status { get; init; }

    /// <summary>
    /// The entry after the write; the unchanged entry when nothing was written; <see langword="null"/> when there is none.
    /// </summary>
    public JournalEntry? Entry { get; init; }

    /// <summary>
    /// Entries of other keys that changed with it: a sale whose refund was voided, or the other charge of an order. They are written in the
    /// same step.
    /// </summary>
    [JsonConverter(typeof(JournalListJsonConverter<JournalEntry>))]
    public ValueList<JournalEntry> Others { get; init; } = [];

    /// <summary>The reason why nothing could be recorded, for <see cref="JournalWriteStatus.NotRecorded"/>.</summary>
    public JournalFailure? Failure { get; init; }

    /// <summary>Whether the entry has the given data: recorded now or before.</summary>
    [JsonIgnore]
    public bool IsRecorded => Status is JournalWriteStatus.Recorded or JournalWriteStatus.Unchanged;

    /// <summary>Creates the result for a write that could not be recorded.</summary>
    /// <param name="failure">The reason.</param>
    /// <returns>The result.</returns>
    public static JournalWrite NotRecorded(JournalFailure failure) =>
        new() { Status = JournalWriteStatus.NotRecorded, Failure = failure };
}
