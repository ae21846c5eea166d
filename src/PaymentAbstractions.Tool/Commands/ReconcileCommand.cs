using System.CommandLine;
using System.Globalization;

namespace PaymentAbstractions.Tool;

/// <summary><c>payments reconcile</c>.</summary>
internal sealed class ReconcileCommand
{
    // Only unambiguous date formats are accepted.
    private static readonly string[] Forms = ["yyyy-MM-dd", "yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK"];

    private readonly Option<string> _gateway = new("--gateway")
    {
        Description = "The name of the gateway.",
        Required = true,
    };

    private readonly Option<string> _from = new("--from")
    {
        Description = "The start of the period: a date or a time in UTC, for example 2026-11-01.",
        Required = true,
    };

    private readonly Option<string?> _until = new("--until")
    {
        Description = "The end of the period (exclusive), in the same format; default now.",
    };

    private readonly Option<bool> _all = new("--all") { Description = "Also shows the matched payments." };

    private readonly Option<bool> _csv = new("--csv")
    {
        Description = "Writes every line as comma-separated values as soon as it is available.",
    };

    private readonly Option<int> _limit = new("--limit")
    {
        Description = "The maximum number of lines to show; --csv has no limit.",
        DefaultValueFactory = _ => 1000,
    };

    public static Command Of(CommandRunner runner) => new ReconcileCommand().Make(runner);

    private Command Make(CommandRunner runner)
    {
        foreach (var option in new Option<string?>[] { _from!, _until })
        {
            option.Validators.Add(result =>
            {
                if (result.Tokens is [{ Value: var text }] && TimeOf(text) is null)
                {
                    result.AddError(
                        $"{option.Name}: is '{text}'; use a date or a time in UTC, for example 2026-11-01 or 2026-11-01T08:00Z."
                    );
                }
            });
        }

        _limit.Validators.Add(result =>
        {
            if (
                result.Tokens is [{ Value: var text }]
                && int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var given)
                && given < 1
            )
            {
                result.AddError($"--limit: is '{given}', and must be at least 1.");
            }
        });
        var command = runner.Command(
            "reconcile",
            "Compares the journal with the provider's list for a period, without changing anything. Requires --config.",
            RunAsync,
            SessionKind.Gateways
        );
        command.Validators.Add(result =>
        {
            if (result.GetValue(runner.Place.Config) is not { Length: > 0 })
            {
                result.AddError("A reconciliation requires the application's gateways: use --config FILE.");
            }

            if (result.GetValue(_csv) && result.GetValue(runner.Json))
            {
                result.AddError("--csv and --json cannot be combined. Use one of them.");
            }
        });
        command.Options.Add(_gateway);
        command.Options.Add(_from);
        command.Options.Add(_until);
        command.Options.Add(_all);
        command.Options.Add(_csv);
        command.Options.Add(_limit);
        return command;
    }

    private async Task<int> RunAsync(JournalSession session, Report report, CancellationToken cancellationToken)
    {
        var parsed = report.Parsed;
        var period = new ReconciliationPeriod
        {
            Gateway = parsed.GetValue(_gateway)!,
            From = TimeOf(parsed.GetValue(_from)!)!.Value,
            Until = TimeOf(parsed.GetValue(_until) ?? "") ?? session.Now,
        };
        var lines = session.Reconciliation.CompareAsync(period, cancellationToken);
        var output = new ReconciliationReport(
            report,
            period,
            parsed.GetValue(_csv),
            parsed.GetValue(_all),
            parsed.GetValue(_limit)
        );
        try
        {
            await output.RunAsync(lines, cancellationToken).ConfigureAwait(false);
        }
        catch (PaymentReadException exception)
        {
            return report.Fail(
                ExitCode.Unavailable,
                $"The comparison is not complete: {exception.Message} The lines that are shown are correct."
            );
        }
        finally
        {
            output.Finish();
        }

        return output.HasDifferences ? ExitCode.Refused : ExitCode.Done;
    }

    private static DateTimeOffset? TimeOf(string text) =>
        DateTimeOffset.TryParseExact(
            text,
            Forms,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var time
        )
            ? time
            : null;
}
