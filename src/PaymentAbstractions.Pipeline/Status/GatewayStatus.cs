using System.Text.Json.Serialization;

namespace PaymentAbstractions;

/// <summary>A snapshot of the state of one gateway, for health checks and operator pages.</summary>
/// <remarks>
/// Immutable, compares by value. Contains no secret. The circuit state and the failures cover what this process has seen since it started,
/// or since the configuration of the gateway last changed.
/// </remarks>
public sealed record GatewayStatus
{
    /// <summary>The configured name.</summary>
    public required string Name { get; init; }

    /// <summary>The provider behind the gateway, for example <c>Rebilly</c>.</summary>
    public required string Provider { get; init; }

    /// <summary>The environment. A gateway without a configured environment counts as Live.</summary>
    public required GatewayEnvironment Environment { get; init; }

    /// <summary>The state of the circuit breaker.</summary>
    public required GatewayCircuitState Circuit { get; init; }

    /// <summary>When the open circuit lets payments through again; <see langword="null"/> when the circuit is not open.</summary>
    public DateTimeOffset? OpensAgainAt { get; init; }

    /// <summary>The number of consecutive payments and look-ups without a trustworthy answer; 0 after an answer.</summary>
    public int ConsecutiveFailures { get; init; }

    /// <summary>
    /// The reason of the last failure; <see langword="null"/> when nothing has failed. A failed look-up counts as
    /// <see cref="PaymentReason.NoTrustworthyAnswer"/>. A decline or a rejection is an answer, not a failure.
    /// </summary>
    public PaymentReason? LastFailure { get; init; }

    /// <summary>When the last failure occurred.</summary>
    public DateTimeOffset? LastFailureAt { get; init; }

    /// <summary>Whether the circuit is not open and the gateway answered the last request, or has received none yet.</summary>
    [JsonIgnore]
    public bool IsAnswering => ConsecutiveFailures == 0 && Circuit != GatewayCircuitState.Open;
}
