using System.CommandLine;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions.Tool;

/// <summary>Opens the journal for a command and reports errors; the messages contain no secrets.</summary>
internal sealed class CommandRunner(JournalPlace place, Option<bool> json, ToolConsole console)
{
    public JournalPlace Place => place;

    public Option<bool> Json => json;

    public Report ReportOf(ParseResult parsed) => new(parsed, json, console);

    public Command Command(
        string name,
        string description,
        Func<JournalSession, Report, CancellationToken, Task<int>> run,
        SessionKind kind = SessionKind.Journal
    )
    {
        var command = new Command(name, description);
        command.SetAction((parsed, token) => RunAsync(parsed, run, kind, token));
        return command;
    }

    private async Task<int> RunAsync(
        ParseResult parsed,
        Func<JournalSession, Report, CancellationToken, Task<int>> run,
        SessionKind kind,
        CancellationToken cancellationToken
    )
    {
        var report = ReportOf(parsed);
        try
        {
            if (place.ProblemOf(parsed) is { } problem)
            {
                return report.Fail(ExitCode.Usage, problem);
            }

            // Opening responds to cancellation only until it has started.
            var session = await JournalSession
                .OpenAsync(place, parsed, kind, cancellationToken)
                .WaitAsync(cancellationToken)
                .ConfigureAwait(false);
            await using (session.ConfigureAwait(false))
            {
                var code = await run(session, report, cancellationToken).ConfigureAwait(false);
                return Warn(session.Journal.Health, report) ? ExitCode.Unavailable : code;
            }
        }
        catch (Exception exception) when (exception is PaymentConfigurationException or PaymentRequestException)
        {
            return report.Fail(ExitCode.Usage, CommandLineErrors.Of(exception));
        }
        catch (JournalUnavailableException exception)
        {
            return report.Fail(ExitCode.Unavailable, exception.Message);
        }
        catch (JournalDamagedException exception)
        {
            return report.Fail(ExitCode.Unavailable, exception.Message);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return report.Fail(ExitCode.Canceled, "canceled; run 'show' to see what was recorded");
        }
#pragma warning disable CA1031 // The last resort for all exceptions; their messages may contain secrets, so only the types are shown.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return report.Fail(
                ExitCode.Unexpected,
                $"The tool or an adapter has a defect: {TypesOf(exception)}. Run 'show' to see what was recorded."
            );
        }
    }

    // The command itself has already reported all other problems.
    private static bool Warn(JournalHealth health, Report report)
    {
        if (health.Warning is { } warning)
        {
            report.Warn(warning);
        }

        if (health.LastFailure is { } failure)
        {
            report.Warn(failure.Message);
        }

        return health.LastFailure?.Kind == JournalFailureKind.Damaged;
    }

    private static string TypesOf(Exception exception) =>
        exception.InnerException is { } inner ? $"{exception.GetType()}, {TypesOf(inner)}" : $"{exception.GetType()}";
}
