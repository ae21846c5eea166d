using System.CommandLine;

namespace PaymentAbstractions.Tool;

/// <summary><c>payments migrate</c>.</summary>
internal static class MigrateCommand
{
    public static Command Of(CommandRunner runner) =>
        runner.Command(
            "migrate",
            "Creates the journal, or updates its schema.",
            (_, report, _) =>
            {
                report.Migrated();
                return Task.FromResult(ExitCode.Done);
            },
            SessionKind.Migration
        );
}
