using System.Text.Json.Serialization;

namespace PaymentAbstractions.Sandbox;

/// <summary>The handling of a line item whose total has fractions of a cent, which the provider does not document.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<VirtualTerminalLineTotalRounding>))]
public enum VirtualTerminalLineTotalRounding
{
    /// <summary>The request is refused.</summary>
    Refused,

    /// <summary>The total is rounded to cents, with midpoints away from zero.</summary>
    AwayFromZero,

    /// <summary>The fraction is truncated.</summary>
    Truncated,
}
