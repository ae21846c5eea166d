using System.Text.Json.Serialization;

namespace PaymentAbstractions.Sandbox;

/// <summary>Which Level II fields lift a transaction above Level I; the provider does not say.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<VirtualTerminalLevelRule>))]
public enum VirtualTerminalLevelRule
{
    /// <summary>Any value, a zero amount and an empty text too, but not null.</summary>
    ZeroCounts,

    /// <summary>Any field that is present, even null.</summary>
    NullCounts,

    /// <summary>Amounts above zero and texts that are not empty.</summary>
    OnlyValuesCount,
}
