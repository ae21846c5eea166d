using System.CommandLine;

namespace PaymentAbstractions.Tool;

/// <summary>The option <c>--environment</c>.</summary>
internal sealed class EnvironmentOption
{
    private readonly Option<string?> _option;

    public EnvironmentOption(string description)
    {
        _option = new Option<string?>("--environment") { Description = description };
        _option.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, Enum.GetNames<GatewayEnvironment>());
    }

    public void AddTo(Command command) => command.Options.Add(_option);

    public GatewayEnvironment? Of(ParseResult parsed) =>
        parsed.GetValue(_option) is { } name ? Enum.Parse<GatewayEnvironment>(name, ignoreCase: true) : null;
}
