using System.Net;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using PaymentAbstractions.Http;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the HTTP transport of payment adapters.</summary>
public static class PaymentHttpServiceCollectionExtensions
{
    /// <summary>
    /// Registers a named HTTP client with settings that are safe for payments, and <see cref="PaymentTransportFactory"/>.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <returns>The same services.</returns>
    /// <remarks>
    /// Calling this method again has no effect. Handlers, loggers and headers that <c>ConfigureHttpClientDefaults</c> adds to every client
    /// are removed from this one. Configuration after this call for the client named <see cref="PaymentTransport.HttpClientName"/> applies,
    /// for example another primary handler in a test. The guard always stays the innermost handler, and disables the activities of a
    /// <see cref="SocketsHttpHandler"/>, because they contain the whole address.
    /// </remarks>
    public static IServiceCollection AddPaymentHttp(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (services.Any(static service => service.ServiceType == typeof(PaymentTransportFactory)))
        {
            return services;
        }

        services
            .AddHttpClient(PaymentTransport.HttpClientName)
            .RemoveAllLoggers()
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .ConfigureHttpClient(static client =>
            {
                client.Timeout = Timeout.InfiniteTimeSpan;
                client.DefaultRequestHeaders.Clear();
            })
            .ConfigurePrimaryHttpMessageHandler(CreatePrimaryHandler)
            .ConfigureAdditionalHttpMessageHandlers(static (handlers, _) => handlers.Clear());

        // After all other actions, so that the guard wraps the primary handler, whichever was chosen.
        services.PostConfigure<HttpClientFactoryOptions>(
            PaymentTransport.HttpClientName,
            static options => options.HttpMessageHandlerBuilderActions.Add(Guard)
        );
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(static provider => new PaymentTransportFactory(
            provider.GetRequiredService<IHttpClientFactory>(),
            provider.GetRequiredService<TimeProvider>()
        ));
        return services;
    }

    private static void Guard(HttpMessageHandlerBuilder builder)
    {
        // The handler's own activities contain the whole address, and providers do not need our trace context.
        if (builder.PrimaryHandler is SocketsHttpHandler { ActivityHeadersPropagator: not null } handler)
        {
            handler.ActivityHeadersPropagator = null;
        }

        builder.PrimaryHandler = new ExchangeGuard(builder.PrimaryHandler);
    }

    private static SocketsHttpHandler CreatePrimaryHandler() =>
        new()
        {
            UseCookies = false,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            ConnectTimeout = TimeSpan.FromSeconds(10),
        };
}
