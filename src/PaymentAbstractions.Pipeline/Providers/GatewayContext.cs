namespace PaymentAbstractions;

/// <summary>Describes the gateway that an adapter is created for.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record GatewayContext
{
    /// <summary>The configured name of the gateway.</summary>
    public required string Name { get; init; }

    /// <summary>The configured environment; <see langword="null"/> when none is configured.</summary>
    public GatewayEnvironment? Environment { get; init; }

    /// <summary>The namespace that separates two shops that share one provider account.</summary>
    public required string KeyNamespace { get; init; }

    /// <summary>
    /// Whether every result keeps the provider's answer. Otherwise only results that are neither approved nor declined keep it.
    /// </summary>
    /// <value>Default <see langword="false"/>; set by <c>Payments:KeepAnswers</c>.</value>
    public bool KeepAnswers { get; init; }

    /// <summary>The clock.</summary>
    public required TimeProvider TimeProvider { get; init; }

    /// <summary>The application's services.</summary>
    public required IServiceProvider Services { get; init; }
}
