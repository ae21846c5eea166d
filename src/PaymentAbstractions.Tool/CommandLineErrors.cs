using System.CommandLine;
using System.CommandLine.Parsing;

namespace PaymentAbstractions.Tool;

/// <summary>Describes the problems of a command line in terms of its options, without showing any part of a connection string.</summary>
internal static class CommandLineErrors
{
    private static readonly (string Field, string Option)[] Names =
    [
        ("Payments:Journal:ConnectionString", "--postgres"),
        ("Payments:Journal:Schema", "--schema"),
        ("Payments:Journal:Path", "--sqlite"),
    ];

    /// <summary>Every problem of a command line, one line each; empty when it is valid.</summary>
    public static IReadOnlyList<string> Of(ParseResult parsed, IReadOnlyList<string> arguments)
    {
        var unknown = parsed.UnmatchedTokens;
        var hides = unknown.Count > 0 && arguments.Any(word => word.Contains('=', StringComparison.Ordinal));
        var lines = new List<string>();
        foreach (var error in parsed.Errors)
        {
            var isUnknown = unknown.Any(word => error.Message.Contains($"'{word}'", StringComparison.Ordinal));
            // A mistyped command is reported instead of a missing one.
            var isMissing = error.SymbolResult is CommandResult { Command: RootCommand } && unknown.Count > 0;
            if (isUnknown ? !hides : !isMissing)
            {
                lines.Add(Line(error) + (isUnknown ? Hint(parsed, unknown) : ""));
            }
        }

        if (hides)
        {
            lines.Add(
                "Some arguments do not belong to any option. They are not shown, because they may be parts of a connection string: enclose it "
                    + $"in quotation marks.{Hint(parsed, unknown)}"
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

    /// <summary>Reports the problems of a journal that options specify in terms of these options.</summary>
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
