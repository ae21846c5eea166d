using PaymentAbstractions;
using PaymentAbstractions.Journal;
using PaymentAbstractions.Testing;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Replaces the payment gateways of an application in a test host.</summary>
public static class PaymentsTestServiceCollectionExtensions
{
    /// <summary>
    /// Replaces all gateways of an application with a single one: <see cref="IPaymentGateway"/>, keyed gateways of any name, and those of
    /// <see cref="IPaymentGateways"/>.
    /// </summary>
    /// <param name="services">The services of the application, after its <c>AddPayments</c>.</param>
    /// <param name="gateway">A <see cref="FakePaymentGateway"/>, or a substitute of <see cref="IPaymentGateway"/>.</param>
    /// <returns>The same services.</returns>
    /// <remarks>
    /// <para>
    /// The host starts without API keys and without a <c>Payments</c> section: the configuration is not validated, no journal is opened, no
    /// provider is called, and recovery does not run automatically. Only the names of the gateways and <c>Default</c> are read from the
    /// configuration.
    /// </para>
    /// <para>
    /// The decorators that the application added with <see cref="PaymentsBuilder.Use"/> still wrap the gateway. Without decorators, the
    /// application receives exactly the given object.
    /// </para>
    /// <para>
    /// <see cref="IPaymentRecovery"/>, <see cref="IPaymentReconciliation"/> and <see cref="IPaymentJournal"/> are those of the
    /// <see cref="FakePaymentGateway"/>, and payments that its recovery resolves are passed to the application's handlers
    /// (<see cref="IPaymentResolutionHandler"/>). For a substitute of <see cref="IPaymentGateway"/> nothing is recorded, so no payment is
    /// ever unresolved. Register your own substitutes after this call; if you replace <see cref="IPaymentGateways"/>, replace these
    /// services as well.
    /// </para>
    /// <para>The last call wins. Later calls of <c>AddPayments</c> with the same section have no effect.</para>
    /// </remarks>
    /// <exception cref="InvalidOperationException">There are no gateways to replace: <c>AddPayments</c> was not called before.</exception>
    public static IServiceCollection ReplacePaymentGateways(this IServiceCollection services, IPaymentGateway gateway)
    {
        ArgumentNullException.ThrowIfNull(gateway);
        return Replace(services, _ => gateway, isOne: true);
    }

    /// <summary>
    /// Replaces all gateways of an application with one per name. Use it when two gateways must behave differently; everything else is as
    /// with one gateway.
    /// </summary>
    /// <param name="services">The services of the application, after its <c>AddPayments</c>.</param>
    /// <param name="gatewayFor">
    /// Creates the gateway for a name; called once per name and host. Former names are replaced with the configured name. The name of the
    /// default gateway is that in <c>Payments:Default</c>, or that of the first configured gateway, or <c>default</c> if none is
    /// configured.
    /// </param>
    /// <returns>The same services.</returns>
    /// <remarks>
    /// As in production, captures, voids, refunds and look-ups through the default <see cref="IPaymentGateway"/> are routed to the gateway
    /// that made the transaction. <see cref="IPaymentRecovery"/> and <see cref="IPaymentJournal"/> are those of the default gateway; use
    /// <see cref="FakePaymentGateway.Recovery"/> for the others.
    /// </remarks>
    /// <exception cref="InvalidOperationException">There are no gateways to replace: <c>AddPayments</c> was not called before.</exception>
    public static IServiceCollection ReplacePaymentGateways(
        this IServiceCollection services,
        Func<string, IPaymentGateway> gatewayFor
    )
    {
        ArgumentNullException.ThrowIfNull(gatewayFor);
        return Replace(services, gatewayFor, isOne: false);
    }

    private static IServiceCollection Replace(
        IServiceCollection services,
        Func<string, IPaymentGateway> gatewayFor,
        bool isOne
    )
    {
        ArgumentNullException.ThrowIfNull(services);
        if (!services.Any(service => service.ServiceType == typeof(PaymentsRegistration)))
        {
            throw new InvalidOperationException(
                "There are no payment gateways to replace. Call ReplacePaymentGateways after AddPayments; with WebApplicationFactory call it in ConfigureTestServices, which runs last."
            );
        }

        foreach (var service in services.Where(IsReplaced).ToList())
        {
            services.Remove(service);
        }

        services.AddSingleton<IPaymentGateways>(provider => new ReplacedGateways(provider, gatewayFor, isOne));
        services.AddSingleton(provider => provider.GetRequiredService<IPaymentGateways>().Default);
        services.AddKeyedSingleton<IPaymentGateway>(
            KeyedService.AnyKey,
            (provider, key) => provider.GetRequiredService<IPaymentGateways>().Get(key as string ?? $"{key}")
        );
        services.AddSingleton(provider => ApplicationOf(provider).Recovery);
        services.AddSingleton(provider => ApplicationOf(provider).Journal);
        services.AddSingleton(provider => ApplicationOf(provider).Reconciliation);
        return services;
    }

    private static FakeApplication ApplicationOf(IServiceProvider provider) =>
        provider.GetRequiredService<IPaymentGateways>() is var gateways && gateways is ReplacedGateways replaced
            ? replaced.Application
            : throw new InvalidOperationException(
                $"IPaymentGateways is a {gateways.GetType()} that was registered after ReplacePaymentGateways, so it has no fake journal and "
                    + "no fake recovery. Call ReplacePaymentGateways last, or register IPaymentJournal and IPaymentRecovery too."
            );

    // Removes the implementations of the pipeline, including its hosted service, its configuration check at startup and its stages. The
    // application's own registrations stay: decorators, handlers, providers.
    private static bool IsReplaced(ServiceDescriptor service) =>
        service.ServiceType == typeof(IPaymentGateway)
        || service.ServiceType == typeof(IPaymentGateways)
        || service.ServiceType == typeof(IPaymentRecovery)
        || service.ServiceType == typeof(IPaymentJournal)
        || service.ServiceType == typeof(IPaymentReconciliation)
        || (!service.IsKeyedService && service.ImplementationType?.Assembly == typeof(IPaymentGateways).Assembly);
}
