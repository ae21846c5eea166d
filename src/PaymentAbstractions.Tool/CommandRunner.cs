using System.CommandLine;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions.Tool;

/// <summary>Opens the journal for a command and says what went wrong; exceptions hold no secrets.</summary>
internal sealed class CommandRunner(JournalPlace place, Option<bool> json, TextWriter output, TextWriter errors)
{
    public Command Command(
        string name,
        string description,
        Func<JournalSession, Report, CancellationToken, Task<int>> run,
        bool migrates = false
    )
    {
        var command = new Command(name, description);
        command.SetAction((parsed, token) => RunAsync(parsed, run, migrates, token));
        return command;
    }

    private async Task<int> RunAsync(
        ParseResult parsed,
        Func<JournalSession, Report, CancellationToken, Task<int>> run,
        bool migrates,
        CancellationToken cancellationToken
    )
    {
        if (place.ProblemOf(parsed) is { } problem)
        {
            await errors.WriteLineAsync(problem).ConfigureAwait(false);
            return ExitCode.Usage;
        }

        try
        {
            var session = await JournalSession
                .OpenAsync(place, parsed, migrates, cancellationToken)
                .ConfigureAwait(false);
            await using (session.ConfigureAwait(false))
            {
                var report = new Report(parsed, parsed.GetValue(json), output, errors);
                return await run(session, report, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (PaymentConfigurationException exception)
        {
            await errors.WriteLineAsync(exception.Message).ConfigureAwait(false);
            return ExitCode.Usage;
        }
        catch (Exception exception) when (exception is PaymentRequestException or InvalidDataException)
        {
            await errors.WriteLineAsync(exception.Message).ConfigureAwait(false);
            return ExitCode.Usage;
        }
        catch (Exception exception) when (exception is JournalUnavailableException or IOException)
        {
            await errors.WriteLineAsync(exception.Message).ConfigureAwait(false);
            return ExitCode.Unavailable;
        }
    }
}
