using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;
using PaymentAbstractions.Http;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the HTTP transport of payment adapters.</summary>
public static class PaymentHttpServiceCollectionExtensions
{
    /// <summary>
    /// Registers a named client for every gateway, with settings that are safe for payments, and <see cref="PaymentTransportFactory"/>.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <returns>The same services.</returns>
    /// <remarks>
    /// <para>
    /// Calling this method again has no effect. Configuration for the client named <see cref="PaymentTransport.HttpClientName"/> applies to
    /// every gateway. Configuration for <see cref="PaymentTransport.HttpClientNameOf"/> applies to one gateway: a proxy, a client certificate,
    /// or another primary handler in a test. Both apply whether they are added before or after this call. Gateways that a configuration reload adds have their own client as well.
    /// </para>
    /// <para>
    /// Handlers, loggers and headers that <c>ConfigureHttpClientDefaults</c> adds to every client are removed from these clients. The guard
    /// always stays the innermost handler, and disables the activities of a <see cref="SocketsHttpHandler"/>, because they contain the
    /// whole address.
    /// </para>
    /// </remarks>
    public static IServiceCollection AddPaymentHttp(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (services.Any(static service => service.ServiceType == typeof(PaymentTransportFactory)))
        {
            return services;
        }

        // Defaults that ConfigureHttpClientDefaults adds later come before the first configuration of a named client, and so before GatewayClients.
        services.AddHttpClient(PaymentTransport.HttpClientName).ConfigureHttpClient(static _ => { });
        services.AddSingleton<IConfigureOptions<HttpClientFactoryOptions>, GatewayClients>();
        services.AddSingleton<IPostConfigureOptions<HttpClientFactoryOptions>, GatewayClients>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(static provider => new PaymentTransportFactory(
            provider.GetRequiredService<IHttpClientFactory>(),
            provider.GetRequiredService<TimeProvider>()
        ));
        return services;
    }
}
