using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>Whether the circuit breaker of a gateway lets payments through.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<GatewayCircuitState>))]
public enum GatewayCircuitState
{
    /// <summary>The gateway failed too often recently. Nothing is sent to it until <see cref="GatewayStatus.OpensAgainAt"/>.</summary>
    Open = 0,

    /// <summary>The break is over. The next payment is sent, and its outcome closes or opens the circuit.</summary>
    HalfOpen,

    /// <summary>Payments are sent.</summary>
    Closed,

    /// <summary>The configuration switches the circuit breaker off.</summary>
    Disabled,
}
