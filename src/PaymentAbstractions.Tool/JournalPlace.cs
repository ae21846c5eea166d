using System.CommandLine;

namespace PaymentAbstractions.Tool;

/// <summary>The options that say where the journal is: one of them, or the variable of the same meaning.</summary>
internal sealed class JournalPlace
{
    private const string Variable = "PAYMENTS_JOURNAL_POSTGRES";

    public Option<string?> Sqlite { get; } =
        new("--sqlite") { Description = "The file of a SQLite journal.", Recursive = true };

    public Option<string?> Postgres { get; } =
        new("--postgres")
        {
            Description =
                $"How the database of a PostgreSQL journal is reached; or set {Variable}, which no list of processes shows.",
            Recursive = true,
        };

    public Option<string> Schema { get; } =
        new("--schema")
        {
            Description = "The schema of a PostgreSQL journal.",
            DefaultValueFactory = _ => "payments",
            Recursive = true,
        };

    public Option<FileInfo?> Config { get; } =
        new("--config")
        {
            Description =
                "The application's settings (JSON with a section Payments): its journal, and its gateways for look-ups. Environment variables count too.",
            Recursive = true,
        };

    public string? PostgresOf(ParseResult parsed) =>
        parsed.GetValue(Postgres) ?? Environment.GetEnvironmentVariable(Variable);

    /// <summary>Why a command line names no journal, or several; none when it names one.</summary>
    public string? ProblemOf(ParseResult parsed)
    {
        string?[] named = [parsed.GetValue(Sqlite), parsed.GetValue(Postgres), parsed.GetValue(Config)?.FullName];
        return named.Count(one => one is not null) switch
        {
            0 when PostgresOf(parsed) is null =>
                "Name the journal: --sqlite FILE, --postgres CONNECTION or --config FILE.",
            0 or 1 => null,
            _ => "Name one journal, by --sqlite, --postgres or --config.",
        };
    }
}
