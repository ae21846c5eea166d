using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions.Journal;

/// <summary>The part of an entry's result that a revision changed.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<JournalChange>))]
public enum JournalChange
{
    /// <summary>The outcome: see <see cref="JournalRevision.From"/> and <see cref="JournalRevision.To"/>.</summary>
    Outcome = 0,

    /// <summary>The approved or processed amount.</summary>
    Amount,

    /// <summary>The refunded amount, or whether a refund is unresolved.</summary>
    Refunded,

    /// <summary>Whether the customer disputes it, or the status of the dispute.</summary>
    Dispute,
}
