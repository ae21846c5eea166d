using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PaymentAbstractions;
using PaymentAbstractions.Journal;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds payments to an application.</summary>
public static class PaymentsServiceCollectionExtensions
{
    /// <summary>Adds payments without configuration. Choose gateways and the journal in code.</summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="configure">Sets the options for all gateways, for example the name of the default gateway.</param>
    /// <returns>A builder that adds gateways, a journal and more.</returns>
    /// <remarks>
    /// <para>
    /// This overload does not scan for providers: every gateway added in code brings its own. After <c>AddPayments</c> with a section, code
    /// can add gateways to the configured ones or complete them. The order of the calls does not matter, and repeated calls are harmless.
    /// </para>
    /// <para>
    /// A host validates everything when it starts. Without a host, the first use of <see cref="IPaymentGateways"/> does.
    /// </para>
    /// </remarks>
    /// <example>
    /// <code>
    /// services
    ///     .AddPayments(options => options.Default = "cards_eu")
    ///     .AddRebilly("cards_eu", options => ...)
    ///     .AddVirtualTerminal("b2b_us", options => ...)
    ///     .UseSqliteJournal("payments.db");
    /// </code>
    /// </example>
    public static PaymentsBuilder AddPayments(
        this IServiceCollection services,
        Action<PaymentsOptions>? configure = null
    )
    {
        var builder = AddCore(services, configuration: null);
        if (configure is not null)
        {
            services.Configure(configure);
        }

        return builder;
    }

    /// <summary>Adds the configured gateways and scans the referenced packages for providers.</summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="configuration">The section, usually <c>configuration.GetSection("Payments")</c>.</param>
    /// <returns>A builder for further configuration.</returns>
    /// <remarks>
    /// Repeated calls with the same section are harmless. A host validates the configuration when it starts. Without a host, the first use
    /// of <see cref="IPaymentGateways"/> does.
    /// </remarks>
    /// <exception cref="PaymentConfigurationException">
    /// No referenced package contains a provider, or a provider cannot be created.
    /// </exception>
    /// <exception cref="InvalidOperationException">Payments were already added with another section.</exception>
    [RequiresUnreferencedCode(
        "Providers are found by reflection. In a trimmed application, name them with the other overload."
    )]
    [RequiresAssemblyFiles(
        "The list of assemblies is read. In a single-file application, name the providers with the other overload."
    )]
    public static PaymentsBuilder AddPayments(this IServiceCollection services, IConfigurationSection configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var builder = AddCore(services, configuration);
        ProviderScan.AddProviders(services);
        return builder;
    }

    /// <summary>Adds the configured gateways without scanning. Suitable for trimmed applications.</summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="configuration">The section, usually <c>configuration.GetSection("Payments")</c>.</param>
    /// <param name="configure">Names the providers: <c>payments => payments.AddProvider&lt;RebillyProvider&gt;()</c>.</param>
    /// <returns>A builder for further configuration.</returns>
    /// <exception cref="InvalidOperationException">Payments were already added with another section.</exception>
    public static PaymentsBuilder AddPayments(
        this IServiceCollection services,
        IConfigurationSection configuration,
        Action<PaymentsBuilder> configure
    )
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(configure);
        var builder = AddCore(services, configuration);
        configure(builder);
        return builder;
    }

    private static PaymentsBuilder AddCore(IServiceCollection services, IConfigurationSection? configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        var known = services.FirstOrDefault(service => service.ServiceType == typeof(PaymentsRegistration));
        var registration = known?.ImplementationInstance as PaymentsRegistration ?? new PaymentsRegistration();
        if (configuration is not null)
        {
            registration.Use(configuration);
        }

        var builder = new PaymentsBuilder(services, registration);
        if (known is not null)
        {
            return builder;
        }

        services.AddSingleton(registration);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<PaymentsLog>();
        services.AddSingleton<GatewayDirectory>();
        services.AddSingleton<SnapshotBuilder>();
        services.AddSingleton<GatewayBuilder>();
        AddOptions(services);
        AddPipeline(services);
        AddJournal(services);
        services.AddSingleton<PaymentGauges>();
        services.AddSingleton<PaymentGateways>();
        services.AddSingleton<IPaymentGateways>(provider => provider.GetRequiredService<PaymentGateways>());
        services.AddSingleton(provider => provider.GetRequiredService<PaymentGateways>().Default);
        services.AddKeyedSingleton<IPaymentGateway>(
            KeyedService.AnyKey,
            (provider, key) => provider.GetRequiredService<PaymentGateways>().Get(key as string ?? $"{key}")
        );
        services.AddOptionsWithValidateOnStart<PaymentsStartup, PaymentsStartupValidator>();
        return builder;
    }

    private static void AddOptions(IServiceCollection services)
    {
        services.AddSingleton<SharedOptions>();
        services.AddSingleton<OptionChanges>();
        services.AddSingleton<UsedOptions>();
        UsedOptions.Add<PaymentsOptions>(services);
        UsedOptions.Add<JournalOptions>(services);
        UsedOptions.Add<ResilienceOptions>(services);
        UsedOptions.Add<RecoveryOptions>(services);
    }

    private static void AddPipeline(IServiceCollection services)
    {
        services.AddSingleton<PaymentPipeline>();
        services.AddSingleton<ValidationStage>();
        services.AddSingleton<InFlightStage>();
        services.AddSingleton<RetryLimitStage>();
        services.AddSingleton<AttemptTurns>();
        services.AddSingleton<JournalStage>();
        services.AddSingleton<ResilienceStage>();
        services.AddSingleton<AdapterStage>();
        services.AddSingleton<InFlightPayments>();
        services.AddSingleton<AttemptRecorder>();
        services.AddSingleton<Observations>();
        services.AddSingleton<RetryCount>();
    }

    private static void AddJournal(IServiceCollection services)
    {
        services.AddSingleton<LookupNotes>();
        services.AddSingleton<PublishSignal>();
        services.AddSingleton<JournalAccess>();
        services.AddSingleton<JournalClock>();
        services.AddSingleton<EntryLookup>();
        services.AddSingleton<CheckSchedule>();
        services.AddSingleton<CheckBudget>();
        services.AddSingleton<ClosedChecks>();
        services.AddSingleton<ResolutionPublisher>();
        services.AddSingleton<NotificationBudget>();
        services.AddSingleton<TransactionReader>();
        services.AddSingleton<UnknownTransactions>();
        services.AddSingleton<IPaymentNotifications, PaymentNotifications>();
        services.AddSingleton<PaymentReconciliation>();
        services.AddSingleton<IPaymentReconciliation>(provider =>
        {
            provider.GetRequiredService<IPaymentGateways>();
            return provider.GetRequiredService<PaymentReconciliation>();
        });
        services.AddSingleton<PaymentRecovery>();
        services.AddSingleton<IPaymentRecovery>(provider =>
        {
            // Without a host nothing else may have made the gateways that own the attempts.
            provider.GetRequiredService<IPaymentGateways>();
            return provider.GetRequiredService<PaymentRecovery>();
        });
        services.AddSingleton<IPaymentJournal>(provider => provider.GetRequiredService<JournalAccess>());
        services.AddHostedService<PaymentsHost>();
    }
}
