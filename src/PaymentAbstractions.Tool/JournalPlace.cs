using System.CommandLine;

namespace PaymentAbstractions.Tool;

/// <summary>The options that say where the journal is, and the variable of the same meaning.</summary>
internal sealed class JournalPlace(ToolConsole console)
{
    public const string Variable = "PAYMENTS_JOURNAL_POSTGRES";

    public Option<string?> Sqlite { get; } =
        new("--sqlite")
        {
            Description = "The file of a SQLite journal.",
            HelpName = "FILE",
            Recursive = true,
        };

    public Option<string?> Postgres { get; } =
        new("--postgres")
        {
            Description =
                $"How the database of a PostgreSQL journal is reached; or set {Variable}, which no list of processes and no history shows.",
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
                "The application's settings (JSON with a section Payments): its journal, and its gateways for look-ups. Repeat it for several files: later ones win. Environment variables win over all.",
            HelpName = "FILE",
            Recursive = true,
        };

    public string[] ConfigOf(ParseResult parsed) => parsed.GetValue(Config) ?? [];

    /// <summary>The connection string; none when the journal is named otherwise.</summary>
    public string? PostgresOf(ParseResult parsed) =>
        parsed.GetValue(Postgres) is { } given ? given
        : parsed.GetValue(Sqlite) is not null || ConfigOf(parsed).Length > 0 ? null
        : console.Variables(Variable) is { } variable && !string.IsNullOrWhiteSpace(variable) ? variable
        : null;

    /// <summary>Whether the journal is not that of settings.</summary>
    public bool IsNamedByOption(ParseResult parsed) =>
        parsed.GetValue(Sqlite) is not null || PostgresOf(parsed) is not null;

    /// <summary>Why a command line names no journal, or several; none when it names one.</summary>
    public string? ProblemOf(ParseResult parsed)
    {
        var (sqlite, postgres, config) = (parsed.GetValue(Sqlite), PostgresOf(parsed), ConfigOf(parsed));
        if (config.FirstOrDefault(file => !File.Exists(file)) is { } missing)
        {
            return $"--config: there is no file '{missing}'.";
        }

        return (sqlite, postgres, config) switch
        {
            (null, null, []) =>
                $"Name the journal: --sqlite FILE, --postgres CONNECTION (or the variable {Variable}), or --config FILE.",
            ({ }, { }, _) => "--sqlite and --postgres name two journals. Keep one.",
            (_, null, _) when parsed.GetResult(Schema) is { Implicit: false } =>
                "--schema goes with --postgres. With --config the schema is that of the settings.",
            _ => null,
        };
    }
}
