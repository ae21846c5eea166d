using System.Text.Json.Serialization;

namespace PaymentAbstractions.Sandbox;

/// <summary>The format of payout requests, about which the provider's documents disagree.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RebillyPayoutStatuses>))]
public enum RebillyPayoutStatuses
{
    /// <summary>Pending, in-progress, fulfilled and canceled, with the members for blocking, splitting and merging.</summary>
    Current,

    /// <summary>Pending, instrument-selected, partially-fulfilled, fulfilled and canceled.</summary>
    Earlier,
}
