namespace PaymentAbstractions;

/// <summary>Provides the configured gateways by name.</summary>
/// <remarks>
/// Thread-safe. The returned gateways follow configuration changes: each call runs to its end on the configuration that was current when
/// it began.
/// </remarks>
public interface IPaymentGateways
{
    /// <summary>The names of the gateways, in the order of the configuration.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>
    /// The gateway that <c>Default</c> names at the time of each call. Captures, voids, refunds and look-ups by reference go to the gateway
    /// that made the transaction.
    /// </summary>
    IPaymentGateway Default { get; }

    /// <summary>The problems of the last rejected reload; empty when the newest configuration is in use.</summary>
    IReadOnlyList<string> ReloadProblems { get; }

    /// <summary>Returns a gateway by its name.</summary>
    /// <param name="name">The configured name or an earlier one; case does not matter.</param>
    /// <returns>The gateway.</returns>
    /// <exception cref="PaymentConfigurationException">No gateway has this name; the message lists the known names.</exception>
    IPaymentGateway Get(string name);

    /// <summary>Returns the current status of a gateway: provider, environment, circuit breaker and last failure.</summary>
    /// <param name="name">The configured name or an earlier one; case does not matter.</param>
    /// <returns>The status. Reading it sends nothing and does not block.</returns>
    /// <exception cref="PaymentConfigurationException">No gateway has this name; the message lists the known names.</exception>
    GatewayStatus GetStatus(string name);
}
