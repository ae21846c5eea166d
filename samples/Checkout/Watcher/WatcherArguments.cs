using System.Globalization;

namespace Checkout.Watcher;

/// <summary>What the command line says about the shop.</summary>
internal sealed record WatcherArguments
{
    public const int DefaultPort = 5180;

    public const string Usage = """
        Usage: dotnet run --project samples/Checkout [-- options]

        Opens a shop on loopback that pays through emulated providers, until Ctrl+C.

        --port PORT        The shop's port. Default 5180, or a free one when that is taken; 0 for a free one.
        --urls URL         The shop's address on loopback instead, for example http://127.0.0.1:8080
        --data DIR         The folder of orders and journal. Default: data beside the project.
        --telemetry console  Prints traces and metrics. With OTEL_EXPORTER_OTLP_ENDPOINT set they are exported by OTLP.

        """;

    /// <summary>The requested port; <see langword="null"/> for the default, which a free one replaces when it is taken.</summary>
    public int? Port { get; init; }

    public string? Data { get; init; }

    public bool PrintsTelemetry { get; init; }

    /// <summary>Reads the options; <see langword="null"/> when one makes no sense.</summary>
    public static WatcherArguments? TryParse(IReadOnlyList<string> args)
    {
        var arguments = new WatcherArguments();
        if (args.Count % 2 != 0)
        {
            return null;
        }

        for (var index = 0; index < args.Count; index += 2)
        {
            if (arguments.With(args[index], args[index + 1]) is not { } more)
            {
                return null;
            }

            arguments = more;
        }

        return arguments;
    }

    private WatcherArguments? With(string name, string value) =>
        name switch
        {
            "--port"
                when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var port)
                    && port <= ushort.MaxValue => this with
            {
                Port = port,
            },
            "--urls"
                when Uri.TryCreate(value, UriKind.Absolute, out var url)
                    && url is { Scheme: "http", IsLoopback: true } => this with
            {
                Port = url.Port,
            },
            "--data" when value.Length > 0 => this with { Data = Path.GetFullPath(value) },
            "--telemetry" when value == "console" => this with { PrintsTelemetry = true },
            _ => null,
        };
}
