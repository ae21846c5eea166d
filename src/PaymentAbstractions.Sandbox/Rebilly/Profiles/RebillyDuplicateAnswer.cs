using System.Text.Json.Serialization;

namespace PaymentAbstractions.Sandbox;

/// <summary>The answer to a second POST with a request id of the last 24 hours, which the provider does not document.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RebillyDuplicateAnswer>))]
public enum RebillyDuplicateAnswer
{
    /// <summary>A 409 problem without a pointer to the original.</summary>
    Conflict409,

    /// <summary>201 with the first transaction.</summary>
    Created201WithOriginal,
}
