using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions.Journal;

/// <summary>How the latest attempt of a key stands.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<JournalEntryState>))]
public enum JournalEntryState
{
    /// <summary>Begun, and no outcome is recorded: it may be under way, or its process may be dead. The zero value.</summary>
    Open = 0,

    /// <summary>The provider works on it or the customer must act.</summary>
    Pending,

    /// <summary>Sent, and no trustworthy answer.</summary>
    Unknown,

    /// <summary>Approved, partially approved, declined, rejected or not sent.</summary>
    Closed,
}
