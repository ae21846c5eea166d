using PaymentAbstractions;
using PaymentAbstractions.Journal;
using PaymentAbstractions.Testing;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Replaces the payments of an application in a test host.</summary>
public static class PaymentsTestServiceCollectionExtensions
{
    /// <summary>
    /// Replaces every gateway of an application by one: <see cref="IPaymentGateway"/>, keyed ones of any name, and those of
    /// <see cref="IPaymentGateways"/>.
    /// </summary>
    /// <param name="services">The services of the application, after its <c>AddPayments</c>.</param>
    /// <param name="gateway">A <see cref="FakePaymentGateway"/>, or a substitute of <see cref="IPaymentGateway"/>.</param>
    /// <returns>The same services.</returns>
    /// <remarks>
    /// <para>
    /// The host starts without API keys and without a <c>Payments</c> section: the configuration is not checked, no journal is opened, no
    /// provider is called, and recovery does not run by itself. Of the configuration only the names of the gateways and
    /// <c>Default</c> are read.
    /// </para>
    /// <para>
    /// The decorators that the application added with <see cref="PaymentsBuilder.Use"/> stay around the gateway. Without
    /// any, the application gets the very object that was given.
    /// </para>
    /// <para>
    /// <see cref="IPaymentRecovery"/>, <see cref="IPaymentReconciliation"/> and <see cref="IPaymentJournal"/> are those of the
    /// <see cref="FakePaymentGateway"/>, and what its recovery resolves goes to the application's handlers (<see cref="IPaymentResolutionHandler"/>). A substitute has neither:
    /// nothing is recorded and nothing is in doubt then. Register substitutes of your own after this call; who replaces <see cref="IPaymentGateways"/> replaces these as well.
    /// </para>
    /// <para>The last call wins. Calls of <c>AddPayments</c> that follow with the same section change nothing.</para>
    /// </remarks>
    /// <exception cref="InvalidOperationException">There are no payments to replace: <c>AddPayments</c> was not called before.</exception>
    public static IServiceCollection ReplacePaymentGateways(this IServiceCollection services, IPaymentGateway gateway)
    {
        ArgumentNullException.ThrowIfNull(gateway);
        return Replace(services, _ => gateway, isOne: true);
    }

    /// <summary>
    /// Replaces every gateway of an application by one for its name. Use it when two gateways have to behave differently; everything
    /// else is as with one gateway.
    /// </summary>
    /// <param name="services">The services of the application, after its <c>AddPayments</c>.</param>
    /// <param name="gatewayFor">
    /// Makes the gateway of a name; called once for each name and host. Former names are replaced by the configured name. The default
    /// gateway has the name that <c>Payments:Default</c> says, or else that of the first configured gateway, or <c>default</c> without any.
    /// </param>
    /// <returns>The same services.</returns>
    /// <remarks>
    /// As in production, captures, voids, refunds and look-ups that are given to the plain <see cref="IPaymentGateway"/> go to the gateway
    /// that made the transaction. <see cref="IPaymentRecovery"/> and <see cref="IPaymentJournal"/> are those of the default gateway; use
    /// <see cref="FakePaymentGateway.Recovery"/> for the others.
    /// </remarks>
    /// <exception cref="InvalidOperationException">There are no payments to replace: <c>AddPayments</c> was not called before.</exception>
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
                "There are no payments to replace. Call ReplacePaymentGateways after AddPayments; with WebApplicationFactory call it in ConfigureTestServices, which runs last."
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
                $"IPaymentGateways is a {gateways.GetType()} that was registered after ReplacePaymentGateways, so there is no fake journal and "
                    + "no fake recovery to go with it. Call ReplacePaymentGateways last, or register IPaymentJournal and IPaymentRecovery too."
            );

    // What the pipeline implements goes too: its hosted service, the check of the configuration at the start, its stages. What the
    // application gave it stays: decorators, handlers, providers.
    private static bool IsReplaced(ServiceDescriptor service) =>
        service.ServiceType == typeof(IPaymentGateway)
        || service.ServiceType == typeof(IPaymentGateways)
        || service.ServiceType == typeof(IPaymentRecovery)
        || service.ServiceType == typeof(IPaymentJournal)
        || service.ServiceType == typeof(IPaymentReconciliation)
        || (!service.IsKeyedService && service.ImplementationType?.Assembly == typeof(IPaymentGateways).Assembly);
}
