namespace PaymentAbstractions;

/// <summary>The configured gateways, by name.</summary>
/// <remarks>
/// Thread-safe. The gateways that it hands out follow the configuration: each call runs on the configuration of the moment it
/// began and finishes there.
/// </remarks>
public interface IPaymentGateways
{
    /// <summary>The names, in the order of the configuration.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>
    /// The gateway that <c>Default</c> names, whichever that is when it is called. Captures, voids, refunds and look-ups by
    /// reference go to the gateway that made the transaction.
    /// </summary>
    IPaymentGateway Default { get; }

    /// <summary>The problems of the last reload that was refused, or empty when the running configuration is the newest.</summary>
    IReadOnlyList<string> ReloadProblems { get; }

    /// <summary>A gateway by its name.</summary>
    /// <param name="name">The configured or a former name; case does not matter.</param>
    /// <returns>The gateway.</returns>
    /// <exception cref="PaymentConfigurationException">There is no such gateway; the known names are listed.</exception>
    IPaymentGateway Get(string name);

    /// <summary>What is known of a gateway now: its provider, its environment, its circuit and its last failure.</summary>
    /// <param name="name">The configured or a former name; case does not matter.</param>
    /// <returns>The status. Reading it sends nothing and takes no time.</returns>
    /// <exception cref="PaymentConfigurationException">There is no such gateway; the known names are listed.</exception>
    GatewayStatus GetStatus(string name);

    // Names and GetStatus in turn may read two configurations, with a reload between them.
    internal GatewayStatuses Statuses => new([.. Names.Select(GetStatus)], Default.Name);
}
