using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;

namespace PaymentAbstractions.Sandbox;

/// <summary>Serves one provider API on the loopback address, and can stop listening temporarily.</summary>
internal sealed class SandboxHost : IAsyncDisposable
{
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
                    $"{_sandbox.GetType().Name} already listens, or is paused. Call ListenAsync only once; after PauseListeningAsync, call ResumeListeningAsync."
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
            // The port is bound but not listening: connections are refused, and no other process can use the port.
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
        var stopping = _stopping.Token;
        var application = LoopbackServer.Build(
            port,
            context => _exchange.RunAsync(context, stopping),
            listen => listen.Use(next => MeteredTransport.Install(next, _sandbox.Traffic))
        );
        await LoopbackServer.StartAsync(application, cancellationToken).ConfigureAwait(false);
        _application = application;
        Address = LoopbackServer.AddressOf(application);
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
        await LoopbackServer.StopAsync(_application).ConfigureAwait(false);
        _application = null;
    }
}
