using System.Text.Json.Serialization;

namespace PaymentAbstractions.Sandbox;

/// <summary>What becomes of a line item whose total has fractions of a cent; the provider does not say.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<VirtualTerminalLineTotalRounding>))]
public enum VirtualTerminalLineTotalRounding
{
    /// <summary>The request is refused.</summary>
    Refused,

    /// <summary>The total is rounded to cents, half a cent away from zero.</summary>
    AwayFromZero,

    /// <summary>The fraction is cut off.</summary>
    Truncated,
}
