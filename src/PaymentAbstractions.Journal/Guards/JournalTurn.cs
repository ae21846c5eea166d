using System.Text.Json.Serialization;
using PaymentAbstractions.Journal.Json;

namespace PaymentAbstractions.Journal;

/// <summary>Whether an attempt has all of its guards, and what it must heed when it does.</summary>
/// <remarks>Once held, a turn stays so until the outcome is recorded or the attempt lapses. Immutable, compares by value.</remarks>
public sealed record JournalTurn
{
    /// <summary>Whether it has them. While not, nothing is read or sent; ask again.</summary>
    public bool IsHeld { get; init; }

    /// <summary>A payment that is before it, while it waits.</summary>
    public JournalKey? HeldBy { get; init; }

    /// <summary>
    /// Other payments that matter to it: for a capture, void or refund those of the same original that are in doubt; for a sale or an
    /// authorization with a guard the customer's authorizations that are in doubt, or approved and not known to be voided or captured
    /// whole.
    /// </summary>
    [JsonConverter(typeof(JournalListJsonConverter<JournalEntry>))]
    public ValueList<JournalEntry> Others { get; init; } = [];
}
