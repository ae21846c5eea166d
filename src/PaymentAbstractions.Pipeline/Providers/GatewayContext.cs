namespace PaymentAbstractions;

/// <summary>What an adapter is told of the gateway that it serves.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record GatewayContext
{
    /// <summary>The configured name.</summary>
    public required string Name { get; init; }

    /// <summary>The configured environment; none when the configuration does not say.</summary>
    public GatewayEnvironment? Environment { get; init; }

    /// <summary>The namespace that keeps two shops on one provider account apart.</summary>
    public required string KeyNamespace { get; init; }

    /// <summary>
    /// Whether the provider's answer is kept with every result. Otherwise it is kept only with results that are neither approved nor
    /// declined.
    /// </summary>
    /// <value>Default false; <c>Payments:KeepAnswers</c>.</value>
    public bool KeepAnswers { get; init; }

    /// <summary>The clock.</summary>
    public required TimeProvider TimeProvider { get; init; }

    /// <summary>The application's services.</summary>
    public required IServiceProvider Services { get; init; }
}
