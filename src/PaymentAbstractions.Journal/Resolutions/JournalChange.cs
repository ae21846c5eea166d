using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions.Journal;

/// <summary>What a revision of an entry changed of its answer.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<JournalChange>))]
public enum JournalChange
{
    /// <summary>The outcome: see <see cref="JournalRevision.From"/> and <see cref="JournalRevision.To"/>.</summary>
    Outcome = 0,

    /// <summary>What was approved or processed.</summary>
    Amount,

    /// <summary>What was given back, or whether that is in doubt.</summary>
    Refunded,

    /// <summary>Whether the customer disputes it, or how the dispute stands.</summary>
    Dispute,
}
