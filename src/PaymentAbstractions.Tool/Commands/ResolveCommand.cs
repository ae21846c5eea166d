using System.CommandLine;
using System.CommandLine.Parsing;
using PaymentAbstractions.Adapters;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions.Tool;

/// <summary><c>payments resolve</c>: records an operator's decision, under the same rules as in the application.</summary>
internal sealed class ResolveCommand
{
    public const string Name = "resolve";

    private readonly PaymentArguments _payment = new();

    private readonly Option<string?> _outcome = new("--outcome")
    {
        Description = "The outcome that the operator found out.",
        Required = true,
    };

    private readonly Option<string?> _transaction = new("--transaction")
    {
        Description = "The transaction's id at the provider, if money moved; not required for a void.",
        HelpName = "ID",
    };

    private readonly Option<string> _who = new("--who")
    {
        Description = "The person who makes the decision.",
        Required = true,
    };

    private readonly Option<string> _why = new("--why")
    {
        Description = "The reason for the decision.",
        Required = true,
    };

    private readonly Option<bool> _changeClosed = new("--change-closed")
    {
        Description = "Allows changing a payment that is neither unresolved nor a duplicate charge.",
    };

    private readonly Option<bool> _yes = new("--yes")
    {
        Description = "Does not ask for confirmation; required in scripts.",
    };

    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Shows the change without making it." };

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
        RefuseBlank(_who, "must be the name of the person who makes the decision.");
        RefuseBlank(_why, "must be the reason for the decision.");
        var command = runner.Command(
            Name,
            "Closes one payment manually; who and why are recorded.",
            RunAsync,
            SessionKind.Gateways
        );
        command.Validators.Add(result =>
        {
            // A missing transaction is reported later if it is the only problem, because a void does not require one.
            var isApproved = Is(result, _outcome, nameof(PaymentOutcome.Approved));
            if (
                isApproved
                && result.GetResult(_transaction) is null
                && (IsBlank(result, _who) || IsBlank(result, _why))
            )
            {
                result.AddError("--transaction: is required if money moved, except for a void.");
                // The parser does not report missing options after an error of the command.
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
                $"{Report.Unchanged} the payment is {entry.Outcome!.Outcome}, neither unresolved nor a duplicate charge. "
                    + "Use --change-closed to overrule the recorded outcome."
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
            report.Warn($"{ChangeOf(entry, resolution)} would be recorded. Nothing was changed because of --dry-run.");
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

    // Reports problems by option, with the given value.
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
        var confirms = entry.IsDuplicateCharge && resolution.Outcome.Outcome == PaymentOutcome.Approved;
        string?[] parts =
        [
            confirms ? $"{before}, confirmed" : $"{before} -> {resolution.Outcome.Outcome}",
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
                report.Warn("The payment already has this outcome.");
                return ExitCode.Done;
            case JournalWriteStatus.NotRecorded:
                return report.Fail(
                    ExitCode.Unavailable,
                    $"{write.Failure?.Message ?? "The journal could not record the decision."} Run 'show' to see what was recorded."
                );
            case JournalWriteStatus.TooEarly:
                var until = Report.Text(session.Recovery.UnderWayUntil(write.Entry!));
                return report.Fail(
                    ExitCode.Refused,
                    $"{Report.Unchanged} the attempt may be in progress until {until}. Before that, only Approved is allowed."
                );
            case JournalWriteStatus.Outdated:
            case JournalWriteStatus.StaleAttempt:
                return report.Fail(
                    ExitCode.Refused,
                    $"{Report.Unchanged} the payment has changed in the meantime. Run 'show' again."
                );
            default:
                return report.Fail(ExitCode.Refused, $"{Report.Unchanged} the journal reports {write.Status}.");
        }
    }
}
