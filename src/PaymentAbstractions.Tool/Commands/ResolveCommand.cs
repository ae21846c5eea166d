using System.CommandLine;
using System.CommandLine.Parsing;
using PaymentAbstractions.Adapters;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions.Tool;

/// <summary><c>payments resolve</c>: what a person decides, under the rules that the application has for it.</summary>
internal sealed class ResolveCommand
{
    public const string Name = "resolve";

    private readonly PaymentArguments _payment = new();

    private readonly Option<string?> _outcome = new("--outcome")
    {
        Description = "What the person found out.",
        Required = true,
    };

    private readonly Option<string?> _transaction = new("--transaction")
    {
        Description = "The provider's id of the transaction, when money moved; a void needs none.",
        HelpName = "ID",
    };

    private readonly Option<string> _who = new("--who") { Description = "The person who decides.", Required = true };

    private readonly Option<string> _why = new("--why") { Description = "What that rests on.", Required = true };

    private readonly Option<bool> _changeClosed = new("--change-closed")
    {
        Description = "Also a payment that is neither in doubt nor a duplicate charge.",
    };

    private readonly Option<bool> _yes = new("--yes") { Description = "Do not ask; needed where nobody can answer." };

    private readonly Option<bool> _dryRun = new("--dry-run")
    {
        Description = "Say what would change, and change nothing.",
    };

    public static Command Of(CommandRunner runner) => new ResolveCommand().Make(runner);

    private Command Make(CommandRunner runner)
    {
        _outcome.AcceptOnlyFromAmong(
            StringComparer.OrdinalIgnoreCase,
            nameof(PaymentOutcome.Approved),
            nameof(PaymentOutcome.Declined),
            nameof(PaymentOutcome.Rejected),
            nameof(PaymentOutcome.NotSent)
        );
        RefuseBlank(_who, "must name the person that decides.");
        RefuseBlank(_why, "must say what the decision rests on.");
        var command = runner.Command(
            Name,
            "Closes one payment by hand; who and why stay on record.",
            RunAsync,
            SessionKind.Gateways
        );
        command.Validators.Add(result =>
        {
            // Alone it is told later, when the payment is known: a void needs none.
            var isApproved = Is(result, _outcome, nameof(PaymentOutcome.Approved));
            if (
                isApproved
                && result.GetResult(_transaction) is null
                && (IsBlank(result, _who) || IsBlank(result, _why))
            )
            {
                result.AddError("--transaction: must be given when money moved; a void needs none.");
                // With an error of the command the parser looks for nothing else.
                foreach (var missing in new[] { _who, _why }.Where(one => result.GetResult(one) is null))
                {
                    result.AddError($"Option '{missing.Name}' is required.");
                }
            }
        });
        _payment.AddTo(command);
        foreach (var option in (Option[])[_outcome, _transaction, _who, _why, _changeClosed, _yes, _dryRun])
        {
            command.Options.Add(option);
        }

        return command;
    }

    private static bool Is(CommandResult result, Option option, string value) =>
        result.GetResult(option)?.Tokens is [{ Value: var given }]
        && string.Equals(given, value, StringComparison.OrdinalIgnoreCase);

    private static bool IsBlank(CommandResult result, Option option) =>
        result.GetResult(option)?.Tokens is not [{ Value: var given }] || string.IsNullOrWhiteSpace(given);

    private static void RefuseBlank(Option<string> option, string rule) =>
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var given }] && string.IsNullOrWhiteSpace(given))
            {
                result.AddError($"{option.Name}: is {QuotedText.Of(given)}, and {rule}");
            }
        });

    private async Task<int> RunAsync(JournalSession session, Report report, CancellationToken cancellationToken)
    {
        if (await _payment.FindAsync(session, report, cancellationToken).ConfigureAwait(false) is not { } entry)
        {
            return ExitCode.Refused;
        }

        if (!entry.IsInDoubt && !entry.IsDuplicateCharge && !report.Parsed.GetValue(_changeClosed))
        {
            return report.Fail(
                ExitCode.Refused,
                $"{Report.Unchanged} the payment is {entry.Outcome!.Outcome}, neither in doubt nor a duplicate charge. "
                    + "--change-closed overrules what is recorded."
            );
        }

        if (ResolutionOf(session, report, entry) is not { } resolution)
        {
            return ExitCode.Usage;
        }

        var preview = session.Recovery.Preview(entry, resolution);
        if (preview.Status != JournalWriteStatus.Recorded)
        {
            return Explain(preview, session, report);
        }

        if (report.Parsed.GetValue(_dryRun))
        {
            report.Show(PaymentOutput.Of(preview.Entry!, session));
            report.Warn($"{ChangeOf(entry, resolution)} would be recorded. Nothing was changed: --dry-run.");
            return ExitCode.Done;
        }

        if (!report.Parsed.GetValue(_yes))
        {
            report.Ask(PaymentOutput.Of(entry, session), ChangeOf(entry, resolution));
            if (await report.AnswerAsync(cancellationToken).ConfigureAwait(false) is { } refusal)
            {
                return report.Fail(ExitCode.Refused, refusal);
            }
        }

        var write = await session.Recovery.ResolveAsync(entry, resolution, cancellationToken).ConfigureAwait(false);
        return Explain(write, session, report);
    }

    // Told by option, with what was given.
    private JournalResolution? ResolutionOf(JournalSession session, Report report, JournalEntry entry)
    {
        var (parsed, id) = (report.Parsed, report.Parsed.GetValue(_transaction));
        try
        {
            var transaction = id is null
                ? null
                : new TransactionReference(entry.Intent.Gateway, entry.Intent.Account, id);
            return session.Recovery.ResolutionOf(
                entry,
                Enum.Parse<PaymentOutcome>(parsed.GetValue(_outcome)!, ignoreCase: true),
                transaction,
                parsed.GetValue(_who)!,
                parsed.GetValue(_why)!
            );
        }
        catch (PaymentRequestException exception)
        {
            var given = id is null ? "" : $" {QuotedText.Of(id)}";
            report.Warn([
                Report.Unchanged,
                .. exception.Problems.Select(problem => $"{_transaction.Name}{given}: {problem.Message}"),
            ]);
            return null;
        }
    }

    private static string ChangeOf(JournalEntry entry, JournalResolution resolution)
    {
        var (intent, before) = (entry.Intent, entry.Outcome?.Outcome.ToString() ?? $"{entry.State}");
        var takesNote = entry.IsDuplicateCharge && resolution.Outcome.Outcome == PaymentOutcome.Approved;
        string?[] parts =
        [
            takesNote ? $"{before}, noted as right" : $"{before} -> {resolution.Outcome.Outcome}",
            intent.OrderReference.IsSpecified ? $"order {intent.OrderReference}" : null,
            intent.Amount?.ToString(),
            $"{intent.Environment}",
        ];
        return string.Join(", ", parts.OfType<string>());
    }

    private static int Explain(JournalWrite write, JournalSession session, Report report)
    {
        switch (write.Status)
        {
            case JournalWriteStatus.Recorded:
                report.Show(PaymentOutput.Of(write.Entry!, session));
                return ExitCode.Done;
            case JournalWriteStatus.Unchanged:
                report.Show(PaymentOutput.Of(write.Entry!, session));
                report.Warn("It is so already.");
                return ExitCode.Done;
            case JournalWriteStatus.NotRecorded:
                return report.Fail(
                    ExitCode.Unavailable,
                    $"{write.Failure?.Message ?? "The journal could not write it."} Run show to see what was recorded."
                );
            case JournalWriteStatus.TooEarly:
                var until = Report.Text(session.Recovery.UnderWayUntil(write.Entry!));
                return report.Fail(
                    ExitCode.Refused,
                    $"{Report.Unchanged} it may be under way until {until}. Only Approved may be said before that."
                );
            case JournalWriteStatus.Outdated:
            case JournalWriteStatus.StaleAttempt:
                return report.Fail(
                    ExitCode.Refused,
                    $"{Report.Unchanged} the payment has changed meanwhile. Run show again."
                );
            default:
                return report.Fail(ExitCode.Refused, $"{Report.Unchanged} the journal says {write.Status}.");
        }
    }
}
