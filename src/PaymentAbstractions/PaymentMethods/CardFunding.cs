using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>How a card is funded.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<CardFunding>))]
public enum CardFunding
{
    /// <summary>Not known.</summary>
    Unknown = 0,

    /// <summary>Funded by a line of credit.</summary>
    Credit,

    /// <summary>Funded by a bank account.</summary>
    Debit,

    /// <summary>Funded by money that was paid in before.</summary>
    Prepaid,

    /// <summary>A charge card, whose balance is paid in full each period.</summary>
    Charge,
}
