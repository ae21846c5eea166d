using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions.Journal;

/// <summary>The fields in which a repeat with a used key can differ.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<JournalField>))]
public enum JournalField
{
    /// <summary>The operation.</summary>
    Operation = 0,

    /// <summary>The amount.</summary>
    Amount,

    /// <summary>The currency.</summary>
    Currency,

    /// <summary>The payment method.</summary>
    Method,

    /// <summary>The original transaction.</summary>
    Original,

    /// <summary>The order.</summary>
    Order,

    /// <summary>The original belongs to an account other than that of the attempt.</summary>
    Account,

    /// <summary>The payout request that a credit pays.</summary>
    Payout,

    /// <summary>Whether the provider only records a payment that took place elsewhere.</summary>
    RecordOnly,
}
