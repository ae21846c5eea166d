using System.CommandLine;
using PaymentAbstractions.Journal.PostgreSql;

namespace PaymentAbstractions.Tool;

/// <summary><c>payments schema</c>.</summary>
internal static class SchemaCommand
{
    public static Command Of(CommandRunner runner)
    {
        var from = new Option<int>("--from")
        {
            Description = "The version that is there; 0 for none.",
            HelpName = "VERSION",
        };
        var command = new Command(
            "schema",
            "Prints the statements that make the schema on PostgreSQL, or bring it up to date; --schema names it."
        );
        command.Options.Add(from);
        command.SetAction(parsed =>
        {
            var report = runner.ReportOf(parsed);
            var (schema, version) = (parsed.GetValue(runner.Place.Schema)!, parsed.GetValue(from));
            try
            {
                report.Script(schema, version, PostgreSqlPaymentJournal.Script(schema, version));
                return ExitCode.Done;
            }
            catch (PaymentConfigurationException exception)
            {
                return report.Fail(
                    ExitCode.Usage,
                    [.. exception.Problems.Select(one => one.Replace("Schema:", "--schema:", StringComparison.Ordinal))]
                );
            }
            catch (ArgumentOutOfRangeException)
            {
                return report.Fail(ExitCode.Usage, $"--from: there is no version '{version}' of the schema.");
            }
        });
        return command;
    }
}
