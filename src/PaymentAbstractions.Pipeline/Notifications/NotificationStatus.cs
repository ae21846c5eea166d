using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>How a notification was handled. For several transactions, the first value in this order counts.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<NotificationStatus>))]
public enum NotificationStatus
{
    /// <summary>The transaction could not be read or recorded now. The provider must send the notification again. The zero value.</summary>
    Deferred = 0,

    /// <summary>The transaction was read, and the journal has recorded what the provider shows.</summary>
    Recorded,

    /// <summary>The same event and revision was handled before, or it contains nothing new. Nothing was read.</summary>
    Repeated,

    /// <summary>The journal does not know the transaction. Nothing was recorded.</summary>
    UnknownTransaction,

    /// <summary>The notification names no transaction that can be looked up. Nothing was read.</summary>
    NoTransaction,
}
