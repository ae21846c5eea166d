using System.Text.Json.Serialization;

namespace PaymentAbstractions.Sandbox;

/// <summary>The words for types of transactions in answers; both are documented.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<VirtualTerminalTypeVocabulary>))]
public enum VirtualTerminalTypeVocabulary
{
    /// <summary><c>sale</c>, <c>auth</c>, <c>credit</c>.</summary>
    LowerCase,

    /// <summary><c>Sale</c>, <c>Authorization</c>, <c>Credit</c>.</summary>
    Capitalized,
}
