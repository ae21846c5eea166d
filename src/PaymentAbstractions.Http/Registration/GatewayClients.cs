using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;
using Setup = Microsoft.Extensions.Options.ConfigureNamedOptions<Microsoft.Extensions.Http.HttpClientFactoryOptions>;

namespace PaymentAbstractions.Http;

/// <summary>
/// Sets up the client of every gateway by its name alone, so that a gateway that a reload adds has one as well: first what is configured for
/// the clients of all gateways, then what is configured for this one, and the guard innermost.
/// </summary>
internal sealed class GatewayClients(IServiceProvider services)
    : IConfigureNamedOptions<HttpClientFactoryOptions>,
        IPostConfigureOptions<HttpClientFactoryOptions>
{
    // What RemoveAllLoggers sets is not public, so that calls of a builder fill options of any name.
    private static readonly Setup[] BasicsOfOne =
    [
        .. SetupsOf(client => client.RemoveAllLoggers().SetHandlerLifetime(Timeout.InfiniteTimeSpan)),
    ];

    private static readonly Setup[] BasicsOfAll =
    [
        .. BasicsOfOne,
        .. SetupsOf(client =>
            client
                .ConfigureHttpClient(static client =>
                {
                    client.Timeout = Timeout.InfiniteTimeSpan;
                    client.DefaultRequestHeaders.Clear();
                })
                .ConfigurePrimaryHttpMessageHandler(CreatePrimaryHandler)
                .ConfigureAdditionalHttpMessageHandlers(static (handlers, _) => handlers.Clear())
        ),
    ];

    private static readonly Action<HttpMessageHandlerBuilder> AddGuard = Guard;

    public void Configure(HttpClientFactoryOptions options) { }

    public void Configure(string? name, HttpClientFactoryOptions options)
    {
        var isGateway = IsGateway(name);
        if (!isGateway && name != PaymentTransport.HttpClientName)
        {
            return;
        }

        // The defaults of the application came before this, and what the application configured for this client may have, too.
        options.HttpMessageHandlerBuilderActions.Clear();
        options.HttpClientActions.Clear();
        if (isGateway)
        {
            options.HttpClientActions.Add(client =>
            {
                foreach (var action in OfAll().HttpClientActions)
                {
                    action(client);
                }
            });
        }

        foreach (var basic in isGateway ? BasicsOfOne : BasicsOfAll)
        {
            basic.Action!(options);
        }

        foreach (var earlier in ConfiguredBeforeThis(name!))
        {
            earlier.Action!(options);
        }
    }

    public void PostConfigure(string? name, HttpClientFactoryOptions options)
    {
        var actions = options.HttpMessageHandlerBuilderActions;
        if (name == PaymentTransport.HttpClientName)
        {
            // After everyone else's actions, so that the guard wraps whichever primary handler was chosen.
            actions.Add(AddGuard);
        }
        else if (IsGateway(name))
        {
            Action<HttpMessageHandlerBuilder>[] own = [.. actions];
            actions.Clear();
            actions.Add(builder =>
            {
                var all = OfAll().HttpMessageHandlerBuilderActions;
                var guard = all.IndexOf(AddGuard);
                foreach (var action in all.Take(guard).Concat(own).Concat(all.Skip(guard)))
                {
                    action(builder);
                }
            });
        }
    }

    private static bool IsGateway(string? name) =>
        name?.StartsWith(PaymentTransport.GatewayPrefix, StringComparison.Ordinal) == true;

    private static IEnumerable<Setup> SetupsOf(Action<IHttpClientBuilder> configure)
    {
        var client = new ServiceCollection().AddHttpClient(PaymentTransport.HttpClientName);
        configure(client);
        return client.Services.Select(static service => service.ImplementationInstance).OfType<Setup>();
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

    // The defaults have no name. AddPaymentHttp puts this behind all of them.
    private IEnumerable<Setup> ConfiguredBeforeThis(string name) =>
        services
            .GetServices<IConfigureOptions<HttpClientFactoryOptions>>()
            .TakeWhile(static setup => setup is not GatewayClients)
            .OfType<Setup>()
            .Where(setup => string.Equals(setup.Name, name, StringComparison.Ordinal));

    private static void Guard(HttpMessageHandlerBuilder builder)
    {
        // The handler's own activities carry the whole address, and providers need no trace context of ours.
        if (builder.PrimaryHandler is SocketsHttpHandler { ActivityHeadersPropagator: not null } handler)
        {
            handler.ActivityHeadersPropagator = null;
        }

        builder.PrimaryHandler = new ExchangeGuard(builder.PrimaryHandler);
    }

    private HttpClientFactoryOptions OfAll() =>
        services.GetRequiredService<IOptionsMonitor<HttpClientFactoryOptions>>().Get(PaymentTransport.HttpClientName);
}
