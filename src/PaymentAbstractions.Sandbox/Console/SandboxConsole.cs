using System.Net;
using Microsoft.AspNetCore.Builder;

namespace PaymentAbstractions.Sandbox;

/// <summary>
/// A web page, and JSON for programs, that show the ledger and the requests of running emulators and let their next payments go wrong.
/// </summary>
/// <remarks>
/// <para>It listens on 127.0.0.1 only and answers requests whose <c>Host</c> is a loopback one. The emulators stay the caller's to dispose.</para>
/// <list type="bullet">
/// <item><c>GET /</c>: the page.</item>
/// <item><c>GET /api/ledger</c>, <c>GET /api/requests</c>: arrays, newest first; <c>?limit=50</c> shortens them. They hold no card data.</item>
/// <item><c>GET /api/faults</c>: the faults that there are, and those that wait.</item>
/// <item><c>POST /api/faults</c>: <c>{ "provider": "Rebilly", "fault": "Hang", "count": 1 }</c> adds one; <c>DELETE /api/faults</c> drops all.</item>
/// </list>
/// <para>A request that changes something is refused when its <c>Origin</c> is another site. All members are safe for use by several threads.</para>
/// </remarks>
public sealed class SandboxConsole : IAsyncDisposable
{
    private readonly WebApplication _application;
    private int _disposed;

    private SandboxConsole(WebApplication application)
    {
        _application = application;
        BaseAddress = LoopbackServer.AddressOf(application);
    }

    /// <summary>The address of the page, <c>http://127.0.0.1:PORT/</c>; the JSON is below <c>api/</c>.</summary>
    public Uri BaseAddress { get; }

    /// <summary>Starts a console.</summary>
    /// <param name="options">The port and the emulators. It must not be changed afterwards.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <returns>The console, listening. Dispose it to free the port.</returns>
    /// <exception cref="ArgumentException">There is no emulator to show, or two have the same name.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The port is not one from 0 to 65535.</exception>
    /// <exception cref="IOException">The port is in use.</exception>
    public static async Task<SandboxConsole> StartAsync(
        SandboxConsoleOptions options,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Port, IPEndPoint.MinPort, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Port, IPEndPoint.MaxPort, nameof(options));
        var api = new ConsoleApi(new ConsoleProviders(options));
        var application = LoopbackServer.Build(options.Port, api.RunAsync);
        await LoopbackServer.StartAsync(application, cancellationToken).ConfigureAwait(false);
        return new(application);
    }

    /// <summary>Closes the port and all connections.</summary>
    /// <returns>A task that ends when they are closed.</returns>
    public ValueTask DisposeAsync() =>
        Interlocked.Exchange(ref _disposed, 1) == 0 ? new(LoopbackServer.StopAsync(_application)) : default;
}
