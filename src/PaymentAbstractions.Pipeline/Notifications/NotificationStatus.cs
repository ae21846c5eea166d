using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>What became of a notification. Of several transactions the first one in this order counts.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<NotificationStatus>))]
public enum NotificationStatus
{
    /// <summary>The transaction could not be read or recorded now: the provider shall send it again. The zero value.</summary>
    Deferred = 0,

    /// <summary>The transaction was read, and the journal has what the provider shows.</summary>
    Recorded,

    /// <summary>The same event of the same revision was looked at before, or there is nothing to learn from it; nothing was read.</summary>
    Repeated,

    /// <summary>The journal does not know the transaction. Nothing was recorded.</summary>
    UnknownTransaction,

    /// <summary>It names no transaction that could be looked at. Nothing was read.</summary>
    NoTransaction,
}
