using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions.Journal;

/// <summary>The state of the latest attempt of a key.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<JournalEntryState>))]
public enum JournalEntryState
{
    /// <summary>
    /// Started, without a recorded outcome: it may be in progress, or its process may have ended. This is the zero value.
    /// </summary>
    Open = 0,

    /// <summary>The provider is processing it, or the customer must act.</summary>
    Pending,

    /// <summary>It was sent, and there was no trustworthy response.</summary>
    Unknown,

    /// <summary>Approved, partially approved, declined, rejected or not sent.</summary>
    Closed,
}
