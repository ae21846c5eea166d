using System.Text.Json.Serialization;

namespace PaymentAbstractions.Sandbox;

/// <summary>The Level II fields that raise a transaction above Level I, which the provider does not document.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<VirtualTerminalLevelRule>))]
public enum VirtualTerminalLevelRule
{
    /// <summary>Any value except null, including a zero amount and an empty text.</summary>
    ZeroCounts,

    /// <summary>Any field that is present, even null.</summary>
    NullCounts,

    /// <summary>Amounts greater than zero and texts that are not empty.</summary>
    OnlyValuesCount,
}
