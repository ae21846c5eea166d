using System.Text.Json.Serialization;

namespace PaymentAbstractions.Sandbox;

/// <summary>Whether a list filter that the provider does not document works.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RebillyFilterSupport>))]
public enum RebillyFilterSupport
{
    /// <summary>The filter narrows the list.</summary>
    Honored,

    /// <summary>The filter is accepted and the list stays as it is.</summary>
    Ignored,
}
