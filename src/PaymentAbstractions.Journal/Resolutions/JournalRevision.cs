using System.Text.Json.Serialization;
using PaymentAbstractions.Journal.Json;

namespace PaymentAbstractions.Journal;

/// <summary>A change after an outcome was first recorded, for the audit: of the outcome, or of the result that follows from it.</summary>
/// <remarks>Instances are immutable and compare by value.</remarks>
public sealed record JournalRevision
{
    /// <summary>The <see cref="JournalEntry.Revision"/> of the change.</summary>
    public required long Number { get; init; }

    /// <summary>When the change was made.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who proved it.</summary>
    public required JournalResolutionSource Source { get; init; }

    /// <summary>
    /// The previous outcome as a repeat returned it, including Reversed; <see langword="null"/> when the attempt was open.
    /// </summary>
    public PaymentOutcome? From { get; init; }

    /// <summary>The new outcome as a repeat returns it, including Reversed.</summary>
    public required PaymentOutcome To { get; init; }

    /// <summary>The parts of the result that changed; empty in older entries.</summary>
    [JsonConverter(typeof(JournalListJsonConverter<JournalChange>))]
    public ValueList<JournalChange> Changes { get; init; } = [];

    /// <summary>The person or component that resolved it.</summary>
    public string? Who { get; init; }

    /// <summary>The evidence or the reason.</summary>
    public string? Why { get; init; }
}
