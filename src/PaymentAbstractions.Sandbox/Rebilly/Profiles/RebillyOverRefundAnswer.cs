using System.Text.Json.Serialization;

namespace PaymentAbstractions.Sandbox;

/// <summary>How a refund beyond what is left is refused; the provider does not say.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RebillyOverRefundAnswer>))]
public enum RebillyOverRefundAnswer
{
    /// <summary>A 422 problem that names the amount.</summary>
    Refused422,

    /// <summary>A 409 problem.</summary>
    Refused409,
}
