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
            Description = "The current version of the schema; 0 if there is none.",
            HelpName = "VERSION",
        };
        var command = new Command(
            "schema",
            "Prints the SQL statements that create or update the schema on PostgreSQL; --schema specifies its name."
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
                return report.Fail(ExitCode.Usage, $"--from: the schema has no version '{version}'.");
            }
        });
        return command;
    }
}
