using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PaymentAbstractions;
using PaymentAbstractions.Journal;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds payments to an application.</summary>
public static class PaymentsServiceCollectionExtensions
{
    /// <summary>Adds the configured gateways; providers are found in the referenced packages.</summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="configuration">The section, usually <c>configuration.GetSection("Payments")</c>.</param>
    /// <returns>A builder for more.</returns>
    /// <remarks>
    /// Calling it again with the same section is harmless. A host checks the configuration when it starts; without a host
    /// the first use of <see cref="IPaymentGateways"/> does.
    /// </remarks>
    /// <exception cref="PaymentConfigurationException">No referenced package holds a provider, or one cannot be made.</exception>
    /// <exception cref="InvalidOperationException">Payments were added before with another section.</exception>
    [RequiresUnreferencedCode(
        "Finds providers by reflection. In a trimmed application name them with the other overload."
    )]
    [RequiresAssemblyFiles("Reads the list of assemblies. In a single-file application use the other overload.")]
    public static PaymentsBuilder AddPayments(this IServiceCollection services, IConfigurationSection configuration)
    {
        var builder = AddCore(services, configuration);
        ProviderScan.AddProviders(services);
        return builder;
    }

    /// <summary>Adds the configured gateways without scanning, also for trimmed applications.</summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="configuration">The section, usually <c>configuration.GetSection("Payments")</c>.</param>
    /// <param name="configure">Names the providers: <c>payments => payments.AddProvider&lt;RebillyProvider&gt;()</c>.</param>
    /// <returns>A builder for more.</returns>
    /// <exception cref="InvalidOperationException">Payments were added before with another section.</exception>
    public static PaymentsBuilder AddPayments(
        this IServiceCollection services,
        IConfigurationSection configuration,
        Action<PaymentsBuilder> configure
    )
    {
        ArgumentNullException.ThrowIfNull(configure);
        var builder = AddCore(services, configuration);
        configure(builder);
        return builder;
    }

    private static PaymentsBuilder AddCore(IServiceCollection services, IConfigurationSection configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        var known = services.FirstOrDefault(service => service.ServiceType == typeof(PaymentsRegistration));
        if (known?.ImplementationInstance is PaymentsRegistration before)
        {
            return string.Equals(before.Configuration.Path, configuration.Path, StringComparison.OrdinalIgnoreCase)
                ? new PaymentsBuilder(services)
                : throw new InvalidOperationException(
                    $"Payments were added with the section '{before.Configuration.Path}' before; one application has one section."
                );
        }

        services.AddSingleton(new PaymentsRegistration(configuration));
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<PaymentsLog>();
        services.AddSingleton<GatewayDirectory>();
        services.AddSingleton<SnapshotBuilder>();
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
        return new PaymentsBuilder(services);
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
