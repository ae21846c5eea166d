using System.CommandLine;
using System.Globalization;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions.Tool;

/// <summary><c>payments list</c>.</summary>
internal sealed class ListCommand
{
    // One more row is read to find out whether there are more.
    private const int MaxLimit = int.MaxValue - 1;

    private readonly Option<bool> _duplicates = new("--duplicates")
    {
        Description = "Lists duplicate charges instead.",
    };

    private readonly Option<bool> _unpublished = new("--unpublished")
    {
        Description = "Lists outcomes that the application has not handled yet instead.",
    };

    private readonly Option<int> _limit = new("--limit")
    {
        Description = "The maximum number of payments.",
        DefaultValueFactory = _ => 100,
    };

    private readonly EnvironmentOption _environment = new("Lists only the payments of this environment.");

    public static Command Of(CommandRunner runner) => new ListCommand().Make(runner);

    private Command Make(CommandRunner runner)
    {
        _limit.Validators.Add(result =>
        {
            // The parser reports values that are not numbers.
            if (
                result.Tokens is [{ Value: var text }]
                && int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var given)
                && given is < 1 or > MaxLimit
            )
            {
                result.AddError($"--limit: is '{given}', and must be 1 to {MaxLimit}.");
            }
        });
        var command = runner.Command(
            "list",
            "Lists the unresolved payments, oldest first, with their reasons.",
            RunAsync
        );
        command.Validators.Add(result =>
        {
            if (result.GetValue(_duplicates) && result.GetValue(_unpublished))
            {
                result.AddError("--duplicates and --unpublished cannot be combined. Use one of them.");
            }
        });
        _environment.AddTo(command);
        command.Options.Add(_duplicates);
        command.Options.Add(_unpublished);
        command.Options.Add(_limit);
        return command;
    }

    private async Task<int> RunAsync(JournalSession session, Report report, CancellationToken cancellationToken)
    {
        var most = report.Parsed.GetValue(_limit);
        var entries = new List<JournalEntry>();
        await foreach (var entry in FindAsync(session, report, cancellationToken).ConfigureAwait(false))
        {
            entries.Add(entry);
            if (entries.Count > most)
            {
                break;
            }
        }

        report.List([.. entries.Take(most).Select(entry => PaymentOutput.Of(entry, session))]);
        if (entries.Count > most)
        {
            report.Warn($"There are more than {most}; --limit shows more.");
        }

        return ExitCode.Done;
    }

    private IAsyncEnumerable<JournalEntry> FindAsync(JournalSession session, Report report, CancellationToken token)
    {
        var only = _environment.Of(report.Parsed);
        var query = new JournalQuery { Environment = only, DuplicateCharges = report.Parsed.GetValue(_duplicates) };
        return report.Parsed.GetValue(_unpublished)
            ? session
                .Journal.GetUnpublishedAsync(cancellationToken: token)
                .Where(entry => only is null || entry.Key.Environment == only)
            : session.Journal.GetUnresolvedAsync(query, token);
    }
}
