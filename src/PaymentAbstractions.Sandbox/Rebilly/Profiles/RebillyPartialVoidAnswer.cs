using System.Text.Json.Serialization;

namespace PaymentAbstractions.Sandbox;

/// <summary>The effect of a partial refund of an unsettled charge, which the provider does not document.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RebillyPartialVoidAnswer>))]
public enum RebillyPartialVoidAnswer
{
    /// <summary>A partial refund.</summary>
    BecomesRefund,

    /// <summary>A 422 problem that names the amount, without any effect.</summary>
    Refused422,
}
