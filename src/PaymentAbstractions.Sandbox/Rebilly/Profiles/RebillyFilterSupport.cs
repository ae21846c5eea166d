using System.Text.Json.Serialization;

namespace PaymentAbstractions.Sandbox;

/// <summary>Whether an undocumented list filter works.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RebillyFilterSupport>))]
public enum RebillyFilterSupport
{
    /// <summary>The filter narrows the list.</summary>
    Honored,

    /// <summary>The filter is accepted but has no effect.</summary>
    Ignored,
}
