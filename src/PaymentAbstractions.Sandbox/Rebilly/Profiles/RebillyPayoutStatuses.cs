using System.Text.Json.Serialization;

namespace PaymentAbstractions.Sandbox;

/// <summary>Which form payout requests have; the provider's documents disagree.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RebillyPayoutStatuses>))]
public enum RebillyPayoutStatuses
{
    /// <summary>Pending, in-progress, fulfilled and canceled, with the members about blocking, splitting and merging.</summary>
    Current,

    /// <summary>Pending, instrument-selected, partially-fulfilled, fulfilled and canceled.</summary>
    Earlier,
}
