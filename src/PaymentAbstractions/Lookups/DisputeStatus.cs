using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>The status of a customer's dispute (chargeback) of a transaction.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<DisputeStatus>))]
public enum DisputeStatus
{
    /// <summary>Not disputed, as far as the provider reports.</summary>
    None = 0,

    /// <summary>The merchant must respond.</summary>
    ResponseNeeded,

    /// <summary>The merchant responded; the bank decides.</summary>
    UnderReview,

    /// <summary>The merchant did not contest it.</summary>
    Forfeited,

    /// <summary>Decided for the merchant.</summary>
    Won,

    /// <summary>Decided for the customer.</summary>
    Lost,

    /// <summary>Disputed; the status is not known.</summary>
    Unknown,
}
