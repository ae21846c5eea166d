using System.CommandLine;

namespace PaymentAbstractions.Tool;

/// <summary><c>payments counts</c>.</summary>
internal static class CountsCommand
{
    public static Command Of(CommandRunner runner)
    {
        var environment = new EnvironmentOption("Counts only the payments of this environment.");
        var command = runner.Command(
            "counts",
            "Counts the payments that are open, unresolved, unpublished or charged twice.",
            async (session, report, token) =>
            {
                GatewayEnvironment[] all = environment.Of(report.Parsed) is { } one
                    ? [one]
                    : [GatewayEnvironment.Live, GatewayEnvironment.Sandbox];
                var counts = new List<CountsOutput>();
                foreach (var name in all)
                {
                    counts.Add(
                        CountsOutput.Of(name, await session.Journal.CountAsync(name, token).ConfigureAwait(false))
                    );
                }

                report.Count(counts);
                return ExitCode.Done;
            }
        );
        environment.AddTo(command);
        return command;
    }
}
