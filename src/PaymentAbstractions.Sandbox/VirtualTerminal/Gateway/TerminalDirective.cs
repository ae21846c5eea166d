using System.Globalization;

namespace PaymentAbstractions.Sandbox.VirtualTerminal;

/// <summary>A directive to the gateway inside a description: <c>[sandbox decline="DECLINE"]</c>.</summary>
internal sealed record TerminalDirective
{
    /// <summary>The text with which the gateway declines.</summary>
    public string? Decline { get; private init; }

    /// <summary>The text of a failure that is returned although the gateway has charged.</summary>
    public string? Error { get; private init; }

    /// <summary>The HTTP status of the failure; null for the profile's format.</summary>
    public int? Http { get; private init; }

    /// <summary>Whether a failure with status 200 contains the id of a transaction that can be read.</summary>
    public bool IsRecorded { get; private init; }

    /// <summary>The level to show, regardless of the fields.</summary>
    public int? Level { get; private init; }

    /// <summary>The status that only the answer to the charge shows.</summary>
    public string? Status { get; private init; }

    /// <summary>Reads the directive of a description; null when it is invalid.</summary>
    public static TerminalDirective? Parse(string? description)
    {
        if (DirectiveWords.Read(description) is not { } words)
        {
            return null;
        }

        TerminalDirective? directive = new();
        foreach (var (name, value) in words)
        {
            directive = directive?.With(name, value);
        }

        return directive is { Decline: not null, Error: not null } ? null : directive;
    }

    private TerminalDirective? With(string name, string? value) =>
        name switch
        {
            "decline" when !string.IsNullOrEmpty(value) => this with { Decline = DeclineTexts.Of(value) },
            "error" when !string.IsNullOrEmpty(value) => this with { Error = DeclineTexts.Of(value) },
            "http" when value is "200" or "400" or "404" or "500" => this with
            {
                Http = int.Parse(value, CultureInfo.InvariantCulture),
            },
            "recorded" when value is null => this with { IsRecorded = true },
            "level" when value is "0" or "1" or "2" or "3" => this with
            {
                Level = int.Parse(value, CultureInfo.InvariantCulture),
            },
            "status" when !string.IsNullOrEmpty(value) => this with { Status = value },
            _ => null,
        };
}
