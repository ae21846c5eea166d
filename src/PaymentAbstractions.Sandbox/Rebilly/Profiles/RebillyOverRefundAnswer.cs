using System.Text.Json.Serialization;

namespace PaymentAbstractions.Sandbox;

/// <summary>The refusal of a refund that exceeds what is left, which the provider does not document.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RebillyOverRefundAnswer>))]
public enum RebillyOverRefundAnswer
{
    /// <summary>A 422 problem that names the amount.</summary>
    Refused422,

    /// <summary>A 409 problem.</summary>
    Refused409,
}
