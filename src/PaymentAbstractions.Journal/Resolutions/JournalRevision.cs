using System.Text.Json.Serialization;
using PaymentAbstractions.Journal.Json;

namespace PaymentAbstractions.Journal;

/// <summary>One change after an outcome was first recorded, for the audit: of the outcome, or of the answer that follows from it.</summary>
/// <remarks>Instances are immutable and compare by value.</remarks>
public sealed record JournalRevision
{
    /// <summary>The <see cref="JournalEntry.Revision"/> that it made.</summary>
    public required long Number { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who proved it.</summary>
    public required JournalResolutionSource Source { get; init; }

    /// <summary>The outcome before as a repeat was answered, Reversed included; none when the attempt was open.</summary>
    public PaymentOutcome? From { get; init; }

    /// <summary>The outcome after, as a repeat is answered, Reversed included.</summary>
    public required PaymentOutcome To { get; init; }

    /// <summary>What of the answer changed; empty where that was not kept.</summary>
    [JsonConverter(typeof(JournalListJsonConverter<JournalChange>))]
    public ValueList<JournalChange> Changes { get; init; } = [];

    /// <summary>The person or part that resolved it.</summary>
    public string? Who { get; init; }

    /// <summary>Why.</summary>
    public string? Why { get; init; }
}
