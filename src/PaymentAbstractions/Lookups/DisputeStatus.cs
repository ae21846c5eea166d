using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>How a customer's dispute (chargeback) of a transaction stands.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<DisputeStatus>))]
public enum DisputeStatus
{
    /// <summary>Not disputed, as far as the provider tells.</summary>
    None = 0,

    /// <summary>The merchant must answer.</summary>
    ResponseNeeded,

    /// <summary>The merchant answered; the bank decides.</summary>
    UnderReview,

    /// <summary>The merchant did not contest it.</summary>
    Forfeited,

    /// <summary>Decided for the merchant.</summary>
    Won,

    /// <summary>Decided for the customer.</summary>
    Lost,

    /// <summary>Disputed; how it stands is not known.</summary>
    Unknown,
}
