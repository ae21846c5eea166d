using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;

namespace PaymentAbstractions.Http;

/// <summary>
/// Sets up the client of every gateway by its name alone, so that a gateway that a reload adds has one as well: first what is configured for
/// the clients of all gateways, then what is configured for this one, and the guard innermost.
/// </summary>
internal sealed class GatewayClients(IServiceProvider services)
    : IConfigureNamedOptions<HttpClientFactoryOptions>,
        IPostConfigureOptions<HttpClientFactoryOptions>
{
    // What these calls set is not public, so they set it on options of any name.
    private static readonly IConfigureNamedOptions<HttpClientFactoryOptions>[] Basics =
    [
        .. new ServiceCollection()
            .AddHttpClient(PaymentTransport.HttpClientName)
            .RemoveAllLoggers()
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .Services.Select(static service => service.ImplementationInstance)
            .OfType<IConfigureNamedOptions<HttpClientFactoryOptions>>(),
    ];

    private static readonly Action<HttpMessageHandlerBuilder> AddGuard = Guard;

    public void Configure(HttpClientFactoryOptions options) { }

    public void Configure(string? name, HttpClientFactoryOptions options)
    {
        if (!IsGateway(name))
        {
            return;
        }

        foreach (var basic in Basics)
        {
            basic.Configure(PaymentTransport.HttpClientName, options);
        }

        // The defaults of the application came before this; what is for this gateway alone comes after it.
        options.HttpMessageHandlerBuilderActions.Clear();
        options.HttpClientActions.Clear();
        options.HttpClientActions.Add(client =>
        {
            foreach (var action in OfAll().HttpClientActions)
            {
                action(client);
            }
        });
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
