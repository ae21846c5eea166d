using Microsoft.Extensions.Diagnostics.HealthChecks;
using PaymentAbstractions;
using PaymentAbstractions.Journal;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the health checks of payments.</summary>
public static class PaymentHealthChecksBuilderExtensions
{
    /// <summary>
    /// Adds four checks: <c>{prefix}_configuration</c>, <c>{prefix}_gateways</c>, <c>{prefix}_journal</c> and <c>{prefix}_doubt</c>.
    /// </summary>
    /// <param name="builder">The health checks of the application.</param>
    /// <param name="configure">Changes when something counts as wrong.</param>
    /// <param name="prefix">What the names of the checks begin with.</param>
    /// <param name="failureStatus">What a check reports that fails; Unhealthy when it is not given.</param>
    /// <param name="tags">The tags of all four checks; each has <c>payments</c> too.</param>
    /// <returns>The same builder.</returns>
    /// <remarks>
    /// <para>
    /// No check sends anything to a provider: whether a gateway can be reached is what its circuit and its last payments and look-ups show. The
    /// journal is only read. The checks are thread-safe and end when their token is canceled.
    /// </para>
    /// <para>
    /// Keep them out of a liveness probe: restarting an application does not bring a provider back. A page for operators and an alert are what
    /// they are for.
    /// </para>
    /// </remarks>
    /// <exception cref="PaymentConfigurationException">An option is out of its range.</exception>
    public static IHealthChecksBuilder AddPayments(
        this IHealthChecksBuilder builder,
        Action<PaymentHealthOptions>? configure = null,
        string prefix = "payments",
        HealthStatus? failureStatus = null,
        IEnumerable<string>? tags = null
    )
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(prefix);
        var options = PaymentHealthOptions.Of(configure);
        string[] all = ["payments", .. tags ?? []];
        return builder
            .Add(Registration("configuration", services => new ConfigurationHealthCheck(GatewaysOf(services))))
            .Add(
                Registration(
                    "gateways",
                    services => new GatewayHealthCheck(GatewaysOf(services), TimeOf(services), options)
                )
            )
            .Add(Registration("journal", services => new JournalHealthCheck(JournalOf(services))))
            .Add(Registration("doubt", services => new DoubtHealthCheck(JournalOf(services), options)));

        HealthCheckRegistration Registration(string name, Func<IServiceProvider, IHealthCheck> create) =>
            new($"{prefix}_{name}", create, failureStatus, all, options.Timeout);
    }

    private static IPaymentGateways GatewaysOf(IServiceProvider services) =>
        services.GetRequiredService<IPaymentGateways>();

    private static IPaymentJournal JournalOf(IServiceProvider services) =>
        services.GetRequiredService<IPaymentJournal>();

    private static TimeProvider TimeOf(IServiceProvider services) => services.GetRequiredService<TimeProvider>();
}
