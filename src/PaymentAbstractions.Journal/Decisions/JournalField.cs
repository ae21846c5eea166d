using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions.Journal;

/// <summary>In what a repeat under a used key differs.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<JournalField>))]
public enum JournalField
{
    /// <summary>Sale, capture, refund and so on.</summary>
    Operation = 0,

    /// <summary>The amount.</summary>
    Amount,

    /// <summary>The currency.</summary>
    Currency,

    /// <summary>The payment method.</summary>
    Method,

    /// <summary>The transaction that it is for.</summary>
    Original,

    /// <summary>The order.</summary>
    Order,

    /// <summary>The original belongs to another account than the one that the attempt would go to.</summary>
    Account,

    /// <summary>The payout request that a credit pays out.</summary>
    Payout,

    /// <summary>Whether the provider only records what was paid elsewhere.</summary>
    RecordOnly,
}
