using System.CommandLine;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions.Tool;

/// <summary>Opens the journal for a command and says what went wrong; exceptions hold no secrets.</summary>
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

            // Opening heeds a token only until it has begun.
            var session = await JournalSession
                .OpenAsync(place, parsed, kind, cancellationToken)
                .WaitAsync(cancellationToken)
                .ConfigureAwait(false);
            await using (session.ConfigureAwait(false))
            {
                var code = await run(session, report, cancellationToken).ConfigureAwait(false);
                return Tell(session.Journal.Health, report) ? ExitCode.Unavailable : code;
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
            return report.Fail(ExitCode.Canceled, "canceled; run show to see what was recorded");
        }
#pragma warning disable CA1031 // A person reads this at night; what the message of a foreign exception holds is not known.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return report.Fail(
                ExitCode.Unexpected,
                $"This is a mistake of the tool or of an adapter: {TypesOf(exception)}. Run show to see what was recorded."
            );
        }
    }

    // Everything else that went wrong was told by the command itself.
    private static bool Tell(JournalHealth health, Report report)
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
