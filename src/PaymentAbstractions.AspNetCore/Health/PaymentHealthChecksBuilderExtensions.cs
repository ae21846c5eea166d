using Microsoft.Extensions.Diagnostics.HealthChecks;
using PaymentAbstractions;
using PaymentAbstractions.Journal;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds health checks for payments.</summary>
public static class PaymentHealthChecksBuilderExtensions
{
    /// <summary>
    /// Adds four checks: <c>{prefix}_configuration</c>, <c>{prefix}_gateways</c>, <c>{prefix}_journal</c> and <c>{prefix}_doubt</c>.
    /// </summary>
    /// <param name="builder">The health checks of the application.</param>
    /// <param name="configure">Changes the thresholds of the checks.</param>
    /// <param name="prefix">The prefix of the names of the checks.</param>
    /// <param name="failureStatus">The status that a failing check reports; Unhealthy by default.</param>
    /// <param name="tags">Tags for all four checks, in addition to <c>payments</c>.</param>
    /// <returns>The same builder.</returns>
    /// <remarks>
    /// <para>
    /// No check sends anything to a provider: the circuit and the last payments and look-ups of a gateway show whether it can be reached.
    /// The checks only read the journal. They are thread-safe and end when their token is canceled.
    /// </para>
    /// <para>
    /// Do not use the checks in a liveness probe, because restarting an application does not restore a provider. Use them for operator
    /// pages and alerts.
    /// </para>
    /// </remarks>
    /// <exception cref="PaymentConfigurationException">An option is out of range.</exception>
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
