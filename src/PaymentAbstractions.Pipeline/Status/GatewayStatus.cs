using System.Text.Json.Serialization;

namespace PaymentAbstractions;

/// <summary>What is known of one gateway at a moment, for health checks and a page for operators.</summary>
/// <remarks>
/// Immutable, compares by value. It holds no secret. What it says of the circuit and of failures is what this process has seen since it
/// started, or since the configuration of the gateway changed.
/// </remarks>
public sealed record GatewayStatus
{
    /// <summary>The configured name.</summary>
    public required string Name { get; init; }

    /// <summary>The provider behind the gateway, for example <c>Rebilly</c>.</summary>
    public required string Provider { get; init; }

    /// <summary>The environment; a gateway without one in its configuration counts as Live.</summary>
    public required GatewayEnvironment Environment { get; init; }

    /// <summary>The state of the circuit breaker.</summary>
    public required GatewayCircuitState Circuit { get; init; }

    /// <summary>When payments are sent again, while the circuit is open; otherwise <see langword="null"/>.</summary>
    public DateTimeOffset? OpensAgainAt { get; init; }

    /// <summary>How many payments and look-ups in a row had no trustworthy answer; 0 after an answer.</summary>
    public int ConsecutiveFailures { get; init; }

    /// <summary>
    /// Why the last payment that failed did; <see langword="null"/> when none has. A failed look-up counts as
    /// <see cref="PaymentReason.NoTrustworthyAnswer"/>. A decline or a refusal is an answer, not a failure.
    /// </summary>
    public PaymentReason? LastFailure { get; init; }

    /// <summary>When that was.</summary>
    public DateTimeOffset? LastFailureAt { get; init; }

    /// <summary>Whether the gateway answered what was last sent to it, or nothing was sent yet, and its circuit is not open.</summary>
    [JsonIgnore]
    public bool IsAnswering => ConsecutiveFailures == 0 && Circuit != GatewayCircuitState.Open;
}
