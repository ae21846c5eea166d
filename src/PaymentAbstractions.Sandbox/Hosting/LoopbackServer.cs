using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace PaymentAbstractions.Sandbox;

/// <summary>Builds a web server on 127.0.0.1 that ignores external configuration.</summary>
internal static class LoopbackServer
{
    private static readonly TimeSpan StopGrace = TimeSpan.FromMilliseconds(200);

    /// <param name="port">The TCP port; 0 for any free port.</param>
    /// <param name="answer">Answers every request.</param>
    /// <param name="configure">Further settings of the endpoint.</param>
    // The empty builder reads no configuration, so neither settings files nor ASPNETCORE_URLS affect the sandbox.
    public static WebApplication Build(int port, RequestDelegate answer, Action<ListenOptions>? configure = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton<IHostLifetime, SilentLifetime>();
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(
                IPAddress.Loopback,
                port,
                listen =>
                {
                    listen.Protocols = HttpProtocols.Http1;
                    configure?.Invoke(listen);
                }
            );
        });
        var application = builder.Build();
        application.Run(answer);
        return application;
    }

    /// <summary>The address of a started server.</summary>
    public static Uri AddressOf(WebApplication application) =>
        new UriBuilder(Uri.UriSchemeHttp, IPAddress.Loopback.ToString(), new Uri(application.Urls.Single()).Port).Uri;

    /// <summary>Starts a server, and disposes it if that fails.</summary>
    public static async Task StartAsync(WebApplication application, CancellationToken cancellationToken)
    {
        try
        {
            await application.StartAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await application.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Stops and disposes a server; requests that run longer than the grace period are aborted.</summary>
    public static async Task StopAsync(WebApplication application)
    {
        using var grace = new CancellationTokenSource(StopGrace);
        try
        {
            await application.StopAsync(grace.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The grace period is over: disposing closes the remaining connections.
        }

        await application.DisposeAsync().ConfigureAwait(false);
    }
}
