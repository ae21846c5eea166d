using System.CommandLine;

namespace PaymentAbstractions.Tool;

/// <summary><c>payments migrate</c>.</summary>
internal static class MigrateCommand
{
    public static Command Of(CommandRunner runner) =>
        runner.Command(
            "migrate",
            "Makes the journal, or brings its schema up to date.",
            (_, report, _) =>
            {
                report.Migrated();
                return Task.FromResult(ExitCode.Done);
            },
            SessionKind.Migration
        );
}
