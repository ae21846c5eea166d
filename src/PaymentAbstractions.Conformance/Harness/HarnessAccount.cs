using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions.Conformance;

/// <summary>The gateways that a harness needs.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<HarnessAccount>))]
public enum HarnessAccount
{
    /// <summary>The account under test.</summary>
    Main,

    /// <summary>The same account with a key that the provider refuses.</summary>
    WrongKey,

    /// <summary>Another account at the same provider.</summary>
    Other,
}
