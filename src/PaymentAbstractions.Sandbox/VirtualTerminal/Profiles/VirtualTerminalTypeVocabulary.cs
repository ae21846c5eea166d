using System.Text.Json.Serialization;

namespace PaymentAbstractions.Sandbox;

/// <summary>The names of transaction types in answers; both variants are documented.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<VirtualTerminalTypeVocabulary>))]
public enum VirtualTerminalTypeVocabulary
{
    /// <summary><c>sale</c>, <c>auth</c>, <c>credit</c>.</summary>
    LowerCase,

    /// <summary><c>Sale</c>, <c>Authorization</c>, <c>Credit</c>.</summary>
    Capitalized,
}
