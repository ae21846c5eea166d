using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Reflection;
using Checkout.Storefront;

namespace Checkout.Watcher;

/// <summary>
/// Hosts the emulated providers, which must survive the shop's death, and keeps the shop running as a process of its own.
/// </summary>
internal static class WatcherProgram
{
    public static async Task<int> RunAsync(WatcherArguments arguments)
    {
        Console.WriteLine("Starting the shop and its emulated payment providers ...");
        if (PortOf(arguments) is not { } port)
        {
            await Console.Error.WriteLineAsync(
                $"Port {arguments.Port} is in use. Choose another one with --port, or 0 for a free one."
            );
            return 1;
        }

        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            // The shop receives the signal too; both end in an orderly way.
            pressed.Cancel = true;
            stop.Cancel();
        };
        using var terminated = System.Runtime.InteropServices.PosixSignalRegistration.Create(
            System.Runtime.InteropServices.PosixSignal.SIGTERM,
            signal =>
            {
                signal.Cancel = true;
                stop.Cancel();
            }
        );
        var shop = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/"));
        var data = arguments.Data ?? DefaultData();
        Directory.CreateDirectory(data);
        await using var emulators = await Emulators.StartAsync(shop, stop.Token);
        var environment = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Payments__Gateways__rebilly__BaseUrl"] = emulators.Rebilly.BaseAddress.AbsoluteUri,
            ["Payments__Gateways__terminal__BaseUrl"] = emulators.Terminal.BaseAddress.AbsoluteUri,
            ["Shop__Url"] = shop.AbsoluteUri,
            ["Shop__Data"] = data,
            ["Shop__Console"] = emulators.Console.BaseAddress.AbsoluteUri,
            ["Shop__EmulatorsStartedAt"] = emulators.StartedAt.ToString("O", CultureInfo.InvariantCulture),
            ["Shop__PrintsTelemetry"] = arguments.PrintsTelemetry.ToString(),
        };
        Console.WriteLine($"The providers' ledger and requests: {emulators.Console.BaseAddress}");
        Console.WriteLine($"Orders and journal: {data}");
        return await new ShopProcess([ShopProgram.Role], environment, TimeProvider.System).RunAsync(stop.Token);
    }

    private static string DefaultData()
    {
        // Under the project when this is its build output, so that a second run finds the orders of the first one.
        var project = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", ".."));
        var name = Assembly.GetExecutingAssembly().GetName().Name;
        return Path.Combine(
            File.Exists(Path.Combine(project, $"{name}.csproj")) ? project : AppContext.BaseDirectory,
            "data"
        );
    }

    // The default port is replaced by a free one; an explicit port is not.
    private static int? PortOf(WatcherArguments arguments) =>
        arguments.Port is { } port ? Probe(port) : Probe(WatcherArguments.DefaultPort) ?? Probe(0);

    private static int? Probe(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return ((IPEndPoint)listener.LocalEndpoint).Port;
        }
        catch (SocketException)
        {
            return null;
        }
    }
}
