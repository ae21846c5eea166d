using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>The source of a <see cref="ResponseCode"/>, which shows how far it can be trusted.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<ResponseCodeSource>))]
public enum ResponseCodeSource
{
    /// <summary>Derived from another part of the response, such as a status or the provider's own code.</summary>
    Derived = 0,

    /// <summary>Extracted from text that the provider wrote for people.</summary>
    DerivedFromText,

    /// <summary>Sent by the provider as a code.</summary>
    Provider,
}
