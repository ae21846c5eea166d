using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>How a card is funded.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<CardFunding>))]
public enum CardFunding
{
    /// <summary>Not known.</summary>
    Unknown = 0,

    /// <summary>A line of credit.</summary>
    Credit,

    /// <summary>A bank account.</summary>
    Debit,

    /// <summary>Money that was paid in before.</summary>
    Prepaid,

    /// <summary>A charge card, whose balance is paid in full each period.</summary>
    Charge,
}
