using System.CommandLine;
using PaymentAbstractions.Journal;
using PaymentAbstractions.Journal.PostgreSql;

namespace PaymentAbstractions.Tool;

/// <summary>The commands of the tool.</summary>
internal static class PaymentsTool
{
    /// <summary>Runs one command.</summary>
    /// <param name="arguments">The words of the command line.</param>
    /// <param name="output">Where results go.</param>
    /// <param name="errors">Where it says what is wrong.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors)
    {
        var place = new JournalPlace();
        var json = new Option<bool>("--json") { Description = "JSON instead of a table.", Recursive = true };
        var root = new RootCommand(
            "Shows what is in doubt in a journal of payments, looks it up, and closes it by hand."
        );
        root.Options.Add(place.Sqlite);
        root.Options.Add(place.Postgres);
        root.Options.Add(place.Schema);
        root.Options.Add(place.Config);
        root.Options.Add(json);
        var runner = new CommandRunner(place, json, output, errors);
        root.Subcommands.Add(List(runner));
        root.Subcommands.Add(Show(runner));
        root.Subcommands.Add(LookUp(runner));
        root.Subcommands.Add(Resolve(runner));
        root.Subcommands.Add(
            runner.Command("counts", "Counts what is open, in doubt, unpublished or charged twice.", CountAsync)
        );
        root.Subcommands.Add(Schema(output));
        root.Subcommands.Add(
            runner.Command(
                "migrate",
                "Makes the schema of the journal, or brings it up to date.",
                (_, report, _) =>
                {
                    report.Say("The schema is up to date.");
                    return Task.FromResult(ExitCode.Done);
                },
                migrates: true
            )
        );
        var parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await errors.WriteLineAsync(error.Message).ConfigureAwait(false);
            }

            return ExitCode.Usage;
        }

        return await parsed
            .InvokeAsync(new InvocationConfiguration { Output = output, Error = errors })
            .ConfigureAwait(false);
    }

    private static Command List(CommandRunner runner)
    {
        var duplicates = new Option<bool>("--duplicates") { Description = "Duplicate charges instead." };
        var limit = new Option<int>("--limit") { Description = "The most.", DefaultValueFactory = _ => 100 };
        var command = runner.Command(
            "list",
            "Lists the payments in doubt, oldest first, with their reasons.",
            async (session, report, token) =>
            {
                var query = new JournalQuery
                {
                    DuplicateCharges = report.Parsed.GetValue(duplicates),
                    Limit = report.Parsed.GetValue(limit),
                };
                var entries = new List<JournalEntry>();
                await foreach (var entry in session.Journal.GetUnresolvedAsync(query, token).ConfigureAwait(false))
                {
                    entries.Add(entry);
                }

                report.List(entries);
                return ExitCode.Done;
            }
        );
        command.Options.Add(duplicates);
        command.Options.Add(limit);
        return command;
    }

    private static Command Show(CommandRunner runner)
    {
        var payment = new PaymentArguments();
        var command = runner.Command(
            "show",
            "Shows one payment with its history and guards.",
            async (session, report, token) =>
            {
                if (await payment.FindAsync(session, report, token).ConfigureAwait(false) is not { } entry)
                {
                    return ExitCode.Refused;
                }

                report.Show(entry);
                return ExitCode.Done;
            }
        );
        payment.AddTo(command);
        return command;
    }

    private static Command LookUp(CommandRunner runner)
    {
        var payment = new PaymentArguments();
        var command = runner.Command(
            "look-up",
            "Looks one payment up at its provider and records what is proven; needs --config.",
            async (session, report, token) =>
            {
                if (session.Recovery is not { } recovery)
                {
                    report.Refuse("A look-up needs the application's gateways: give --config.");
                    return ExitCode.Usage;
                }

                if (await payment.FindAsync(session, report, token).ConfigureAwait(false) is not { } entry)
                {
                    return ExitCode.Refused;
                }

                var after = await recovery
                    .RecoverAsync(entry.Key.Key, entry.Key.Environment, token)
                    .ConfigureAwait(false);
                report.Show(after ?? entry);
                if (after?.IsInDoubt == false)
                {
                    return ExitCode.Done;
                }

                await foreach (var left in recovery.GetUnresolvedAsync(token).ConfigureAwait(false))
                {
                    if (left.Entry.Key == entry.Key)
                    {
                        report.Refuse($"It stays in doubt. {left.LastStatus}: {left.Reason}");
                    }
                }

                return ExitCode.Refused;
            }
        );
        payment.AddTo(command);
        return command;
    }

    private static Command Resolve(CommandRunner runner)
    {
        var payment = new PaymentArguments();
        var outcome = new Option<PaymentOutcome>("--outcome")
        {
            Description = "Approved, Declined, Rejected or NotSent.",
            Required = true,
        };
        var transaction = new Option<string?>("--transaction")
        {
            Description = "The provider's id of the transaction, when money moved.",
        };
        var who = new Option<string>("--who") { Description = "The person who decides.", Required = true };
        var why = new Option<string>("--why") { Description = "What that rests on.", Required = true };
        var command = runner.Command(
            "resolve",
            "Closes one payment by hand; who and why stay on record.",
            async (session, report, token) =>
            {
                if (await payment.FindAsync(session, report, token).ConfigureAwait(false) is not { } entry)
                {
                    return ExitCode.Refused;
                }

                var intent = entry.Intent;
                var made = report.Parsed.GetValue(transaction) is { } id
                    ? new TransactionReference(intent.Gateway, intent.Account, id)
                    : null;
                var write = await ByHand
                    .ResolveAsync(
                        session,
                        entry,
                        report.Parsed.GetValue(outcome),
                        made,
                        report.Parsed.GetValue(who)!,
                        report.Parsed.GetValue(why)!,
                        token
                    )
                    .ConfigureAwait(false);
                if (!write.IsRecorded)
                {
                    report.Refuse(ByHand.Explain(write));
                    return write.Status == JournalWriteStatus.NotRecorded ? ExitCode.Unavailable : ExitCode.Refused;
                }

                report.Show(write.Entry!);
                return ExitCode.Done;
            }
        );
        payment.AddTo(command);
        command.Options.Add(outcome);
        command.Options.Add(transaction);
        command.Options.Add(who);
        command.Options.Add(why);
        return command;
    }

    private static Command Schema(TextWriter output)
    {
        var schema = new Option<string>("--name")
        {
            Description = "The name of the schema.",
            DefaultValueFactory = _ => "payments",
        };
        var command = new Command("schema", "Prints the statements that make the schema on PostgreSQL.");
        command.Options.Add(schema);
        command.SetAction(parsed =>
        {
            output.Write(PostgreSqlPaymentJournal.Script(parsed.GetValue(schema)!));
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task<int> CountAsync(JournalSession session, Report report, CancellationToken token)
    {
        report.Count(await session.Journal.CountAsync(cancellationToken: token).ConfigureAwait(false));
        return ExitCode.Done;
    }
}
