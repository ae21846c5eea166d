using System.Text.Json.Serialization;

namespace PaymentAbstractions.Sandbox;

/// <summary>What a refund of part of an unsettled charge does; the provider does not say.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RebillyPartialVoidAnswer>))]
public enum RebillyPartialVoidAnswer
{
    /// <summary>A refund of that part.</summary>
    BecomesRefund,

    /// <summary>A 422 problem that names the amount; nothing happens.</summary>
    Refused422,
}
