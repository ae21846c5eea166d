using System.CommandLine;
using System.CommandLine.Parsing;

namespace PaymentAbstractions.Tool;

/// <summary>What is wrong with a command line, in words that name its options and show no part of a connection string.</summary>
internal static class CommandLineErrors
{
    private static readonly (string Field, string Option)[] Names =
    [
        ("Payments:Journal:ConnectionString", "--postgres"),
        ("Payments:Journal:Schema", "--schema"),
        ("Payments:Journal:Path", "--sqlite"),
    ];

    /// <summary>Every problem of a command line, one line each; none when it can be read.</summary>
    public static IReadOnlyList<string> Of(ParseResult parsed, IReadOnlyList<string> arguments)
    {
        var unknown = parsed.UnmatchedTokens;
        var hides = unknown.Count > 0 && arguments.Any(word => word.Contains('=', StringComparison.Ordinal));
        var lines = new List<string>();
        foreach (var error in parsed.Errors)
        {
            var isUnknown = unknown.Any(word => error.Message.Contains($"'{word}'", StringComparison.Ordinal));
            // That a command is missing says nothing beside one that is mistyped.
            var isMissing = error.SymbolResult is CommandResult { Command: RootCommand } && unknown.Count > 0;
            if (isUnknown ? !hides : !isMissing)
            {
                lines.Add(Line(error) + (isUnknown ? Hint(parsed, unknown) : ""));
            }
        }

        if (hides)
        {
            lines.Add(
                "There are words that belong to no option. They are not shown, because they may be parts of a connection string: put that "
                    + $"between quotes.{Hint(parsed, unknown)}"
            );
        }

        return lines;
    }

    public static string Of(Exception exception)
    {
        IEnumerable<string> problems = exception switch
        {
            PaymentRequestException request => request.Problems.Select(problem => $"{problem}"),
            PaymentConfigurationException configuration => configuration.Problems,
            _ => [exception.Message],
        };
        return string.Join(Environment.NewLine, problems);
    }

    /// <summary>The problems of a journal that options name, in their words.</summary>
    public static PaymentConfigurationException InWordsOfOptions(PaymentConfigurationException exception) =>
        new([.. exception.Problems.Select(InWordsOfOptions)]);

    private static string InWordsOfOptions(string problem) =>
        Names.FirstOrDefault(one => problem.StartsWith(one.Field + ":", StringComparison.Ordinal))
            is { Field: { } field } found
            ? found.Option + problem[field.Length..]
            : problem;

    private static string Line(ParseError error)
    {
        var text = string.Join(' ', error.Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        for (var symbol = error.SymbolResult; symbol is not null; symbol = symbol.Parent)
        {
            if (symbol is OptionResult { Option.Name: { } name } && !text.Contains(name, StringComparison.Ordinal))
            {
                return $"{name}: {text}";
            }
        }

        return text;
    }

    private static string Hint(ParseResult parsed, IReadOnlyList<string> unknown)
    {
        var command = parsed.CommandResult.Command;
        var root = parsed.RootCommandResult.Command;
        string[] known =
        [
            .. command.Subcommands.Select(one => one.Name),
            .. command.Options.Concat(root.Options).Select(one => one.Name),
        ];
        return string.Concat(
            unknown.Select(word => NearestName.Hint(word.Split('=')[0], known)).Distinct(StringComparer.Ordinal)
        );
    }
}
