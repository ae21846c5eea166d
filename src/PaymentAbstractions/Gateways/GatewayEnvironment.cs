using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>Which of a provider's environments a gateway uses.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<GatewayEnvironment>))]
public enum GatewayEnvironment
{
    /// <summary>The provider's test environment; no money moves.</summary>
    Sandbox = 0,

    /// <summary>The provider's production environment.</summary>
    Live,
}
