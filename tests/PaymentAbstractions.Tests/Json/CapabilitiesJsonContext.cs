using System.Text.Json.Serialization;

namespace PaymentAbstractions.Tests;

[JsonSerializable(typeof(GatewayCapabilities))]
internal sealed partial class CapabilitiesJsonContext : JsonSerializerContext;
