using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace PaymentAbstractions.Sandbox;

/// <summary>Serves one provider API on the loopback address and can stop listening for a while.</summary>
internal sealed class SandboxHost : IAsyncDisposable
{
    private static readonly TimeSpan StopGrace = TimeSpan.FromMilliseconds(200);

    private readonly ProviderSandbox _sandbox;
    private readonly SandboxExchange _exchange;
    private readonly SemaphoreSlim _switch = new(1, 1);
    private WebApplication? _application;
    private CancellationTokenSource _stopping = new();
    private Socket? _placeholder;
    private bool _hasListened;
    private bool _disposed;

    public SandboxHost(ProviderSandbox sandbox)
    {
        _sandbox = sandbox;
        _exchange = new(sandbox);
    }

    /// <summary>The address of the host; without a port before the first start.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    public async Task ListenAsync(int port, CancellationToken cancellationToken)
    {
        await _switch.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(_disposed, _sandbox);
            if (_hasListened)
            {
                throw new InvalidOperationException(
                    $"{_sandbox.GetType().Name} listens already, or is paused. Call ListenAsync once; after PauseListeningAsync call ResumeListeningAsync."
                );
            }

            await StartAsync(port, cancellationToken).ConfigureAwait(false);
            _hasListened = true;
        }
        finally
        {
            _switch.Release();
        }
    }

    /// <summary>Closes the port and all connections. The port stays reserved, so that it can be opened again.</summary>
    public async Task PauseAsync()
    {
        await _switch.WaitAsync().ConfigureAwait(false);
        try
        {
            ThrowUnlessListened();
            if (_application is null)
            {
                return;
            }

            await StopAsync().ConfigureAwait(false);
            // Bound but not listening: connections are refused and nobody else gets the port.
            _placeholder = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            _placeholder.Bind(new IPEndPoint(IPAddress.Loopback, Address.Port));
        }
        finally
        {
            _switch.Release();
        }
    }

    public async Task ResumeAsync()
    {
        await _switch.WaitAsync().ConfigureAwait(false);
        try
        {
            ThrowUnlessListened();
            if (_application is not null)
            {
                return;
            }

            _placeholder?.Dispose();
            _placeholder = null;
            _stopping.Dispose();
            _stopping = new();
            await StartAsync(Address.Port, CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            _switch.Release();
        }
    }

    public Task WhenIdleAsync(CancellationToken cancellationToken) => _exchange.WhenIdleAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _switch.WaitAsync().ConfigureAwait(false);
        try
        {
            if (!_disposed)
            {
                _disposed = true;
                await StopAsync().ConfigureAwait(false);
                _placeholder?.Dispose();
                _stopping.Dispose();
            }
        }
        finally
        {
            _switch.Release();
        }

        _exchange.ThrowFailure();
    }

    private async Task StartAsync(int port, CancellationToken cancellationToken)
    {
        var application = Build(port);
        try
        {
            await application.StartAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await application.DisposeAsync().ConfigureAwait(false);
            throw;
        }

        _application = application;
        Address = new UriBuilder(
            Uri.UriSchemeHttp,
            IPAddress.Loopback.ToString(),
            new Uri(application.Urls.Single()).Port
        ).Uri;
    }

    private void ThrowUnlessListened()
    {
        ObjectDisposedException.ThrowIf(_disposed, _sandbox);
        if (!_hasListened)
        {
            throw new InvalidOperationException(
                $"{_sandbox.GetType().Name} does not listen yet. Call ListenAsync first."
            );
        }
    }

    private async Task StopAsync()
    {
        if (_application is null)
        {
            return;
        }

        await _stopping.CancelAsync().ConfigureAwait(false);
        using var grace = new CancellationTokenSource(StopGrace);
        try
        {
            await _application.StopAsync(grace.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The grace is over: disposing closes what is left.
        }

        await _application.DisposeAsync().ConfigureAwait(false);
        _application = null;
    }

    // The empty builder reads no configuration: neither settings files nor ASPNETCORE_URLS reach the sandbox.
    private WebApplication Build(int port)
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
                    listen.Use(next => MeteredTransport.Install(next, _sandbox.Traffic));
                }
            );
        });
        var application = builder.Build();
        var stopping = _stopping.Token;
        application.Run(context => _exchange.RunAsync(context, stopping));
        return application;
    }
}
