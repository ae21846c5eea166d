using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Net;

namespace PaymentAbstractions.Sandbox.Tool;

/// <summary>The options of the command line.</summary>
internal sealed class SandboxOptionSet
{
    /// <summary>The names of the options for ports, as messages show them.</summary>
    public const string RebillyPort = "--rebilly-port";
    public const string VirtualTerminalPort = "--virtual-terminal-port";
    public const string ConsolePort = "--console-port";
    private const string Webhooks = "--webhooks";

    private readonly Option<int> _rebilly = Port(RebillyPort, 18480, "The port of the emulated Rebilly API.");
    private readonly Option<int> _terminal = Port(
        VirtualTerminalPort,
        18481,
        "The port of the emulated virtual terminal."
    );

    private readonly Option<int> _console = Port(
        ConsolePort,
        18482,
        "The port of the console, which opens in a browser."
    );
    private readonly Option<Uri?> _webhooks = new(Webhooks)
    {
        Description =
            "Where the emulated Rebilly sends webhooks, for example http://localhost:5000/payments/webhooks/cards_eu. Default: nowhere.",
        HelpName = "address",
        CustomParser = ParseAddress,
    };

    public void AddTo(RootCommand root)
    {
        root.Options.Add(_rebilly);
        root.Options.Add(_terminal);
        root.Options.Add(_console);
        root.Options.Add(_webhooks);
    }

    /// <summary>Everything that is wrong with a command line; none when it can be run.</summary>
    public IReadOnlyList<string> ProblemsOf(ParseResult parsed)
    {
        if (parsed.Errors.Count > 0)
        {
            return [.. parsed.Errors.Select(static error => error.Message)];
        }

        return
        [
            .. new[] { _rebilly, _terminal, _console }
                .Select(option => (option.Name, Port: parsed.GetValue(option)))
                .Where(static one => one.Port > 0)
                .GroupBy(static one => one.Port)
                .Where(static group => group.Count() > 1)
                .Select(static group =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{string.Join(" and ", group.Select(static one => one.Name))} are all {group.Key}. Give each a different port, or 0 for any free port."
                    )
                ),
        ];
    }

    public SandboxSettings Read(ParseResult parsed) =>
        new()
        {
            RebillyPort = parsed.GetValue(_rebilly),
            VirtualTerminalPort = parsed.GetValue(_terminal),
            ConsolePort = parsed.GetValue(_console),
            Webhooks = parsed.GetValue(_webhooks),
        };

    private static Option<int> Port(string name, int usual, string description) =>
        new(name)
        {
            Description = $"{description} 0 selects any free port.",
            HelpName = "port",
            DefaultValueFactory = _ => usual,
            CustomParser = ParsePort,
        };

    private static int ParsePort(ArgumentResult result)
    {
        var text = result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
        if (
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            && port <= IPEndPoint.MaxPort
        )
        {
            return port;
        }

        result.AddError($"{NameOf(result)} is '{text}', and must be a port from 0 to 65535; 0 selects any free port.");
        return 0;
    }

    private static Uri? ParseAddress(ArgumentResult result)
    {
        var text = result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
        {
            return address;
        }

        result.AddError(
            $"{NameOf(result)} is '{text}', and must be an http or https address, for example http://localhost:5000/payments/webhooks/cards_eu."
        );
        return null;
    }

    private static string NameOf(ArgumentResult result) => (result.Parent as OptionResult)?.Option.Name ?? "";
}
