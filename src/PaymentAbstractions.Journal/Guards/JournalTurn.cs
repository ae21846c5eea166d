using System.Text.Json.Serialization;
using PaymentAbstractions.Journal.Json;

namespace PaymentAbstractions.Journal;

/// <summary>Whether an attempt has all of its guards, and which other payments it must observe.</summary>
/// <remarks>
/// Once held, the guards stay held until the outcome is recorded or the attempt expires. Instances are immutable and compare by value.
/// </remarks>
public sealed record JournalTurn
{
    /// <summary>Whether it has all of its guards. If not, nothing is read or sent; ask again.</summary>
    public bool IsHeld { get; init; }

    /// <summary>A payment before it in a queue, while it waits.</summary>
    public JournalKey? HeldBy { get; init; }

    /// <summary>
    /// Other payments that matter to it. For a capture, void or refund: the unresolved ones of the same original. For a sale or an
    /// authorization with a guard: the customer's authorizations that are unresolved, or that are approved and not known to be voided or
    /// fully captured.
    /// </summary>
    [JsonConverter(typeof(JournalListJsonConverter<JournalEntry>))]
    public ValueList<JournalEntry> Others { get; init; } = [];
}
