using System.CommandLine;

namespace PaymentAbstractions.Tool;

/// <summary>The options that specify the journal, and the equivalent environment variable.</summary>
internal sealed class JournalPlace(ToolConsole console)
{
    public const string Variable = "PAYMENTS_JOURNAL_POSTGRES";

    public Option<string?> Sqlite { get; } =
        new("--sqlite")
        {
            Description = "The path of a SQLite journal.",
            HelpName = "FILE",
            Recursive = true,
        };

    public Option<string?> Postgres { get; } =
        new("--postgres")
        {
            Description =
                $"The connection string of a PostgreSQL journal. Prefer the variable {Variable}, which does not appear in process lists or the shell history.",
            HelpName = "CONNECTION",
            Recursive = true,
        };

    public Option<string> Schema { get; } =
        new("--schema")
        {
            Description = "The schema of a PostgreSQL journal.",
            DefaultValueFactory = _ => "payments",
            HelpName = "NAME",
            Recursive = true,
        };

    public Option<string[]> Config { get; } =
        new("--config")
        {
            Description =
                "The application's settings (JSON with a section Payments): its journal, and its gateways for look-ups. Repeat it for several files: later files override earlier ones, and environment variables override all files.",
            HelpName = "FILE",
            Recursive = true,
        };

    public string[] ConfigOf(ParseResult parsed) => parsed.GetValue(Config) ?? [];

    /// <summary>The connection string; null when the journal is specified in another way.</summary>
    public string? PostgresOf(ParseResult parsed) =>
        parsed.GetValue(Postgres) is { } given ? given
        : parsed.GetValue(Sqlite) is not null || ConfigOf(parsed).Length > 0 ? null
        : console.Variables(Variable) is { } variable && !string.IsNullOrWhiteSpace(variable) ? variable
        : null;

    /// <summary>Whether options specify the journal instead of settings.</summary>
    public bool IsNamedByOption(ParseResult parsed) =>
        parsed.GetValue(Sqlite) is not null || PostgresOf(parsed) is not null;

    /// <summary>The problem of a command line that specifies no journal or several; null when it specifies one.</summary>
    public string? ProblemOf(ParseResult parsed)
    {
        var (sqlite, postgres, config) = (parsed.GetValue(Sqlite), PostgresOf(parsed), ConfigOf(parsed));
        if (config.FirstOrDefault(file => !File.Exists(file)) is { } missing)
        {
            return $"--config: the file '{missing}' does not exist.";
        }

        return (sqlite, postgres, config) switch
        {
            (null, null, []) =>
                $"Specify the journal: --sqlite FILE, --postgres CONNECTION (or the variable {Variable}), or --config FILE.",
            ({ }, { }, _) => "--sqlite and --postgres cannot be combined. Use one of them.",
            (_, null, _) when parsed.GetResult(Schema) is { Implicit: false } =>
                "--schema requires --postgres. With --config, the settings specify the schema.",
            _ => null,
        };
    }
}
