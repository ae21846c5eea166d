using System.CommandLine;

namespace PaymentAbstractions.Tool;

/// <summary>The commands of the tool.</summary>
internal static class PaymentsTool
{
    /// <summary>Runs one command.</summary>
    /// <param name="arguments">The words of the command line; none for the help.</param>
    /// <param name="console">Where it reads and writes.</param>
    /// <param name="cancellationToken">Ends it, as Ctrl+C does.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> arguments,
        ToolConsole console,
        CancellationToken cancellationToken = default
    )
    {
        var place = new JournalPlace(console);
        var json = new Option<bool>("--json") { Description = "JSON for scripts.", Recursive = true };
        var root = new RootCommand(
            "Shows what is in doubt in a journal of payments, looks it up, closes it by hand, and compares the journal with the provider."
        );
        root.Options.Add(place.Sqlite);
        root.Options.Add(place.Postgres);
        root.Options.Add(place.Schema);
        root.Options.Add(place.Config);
        root.Options.Add(json);
        var runner = new CommandRunner(place, json, console);
        root.Subcommands.Add(CountsCommand.Of(runner));
        root.Subcommands.Add(ListCommand.Of(runner));
        root.Subcommands.Add(ShowCommand.Of(runner));
        root.Subcommands.Add(LookUpCommand.Of(runner));
        root.Subcommands.Add(ResolveCommand.Of(runner));
        root.Subcommands.Add(ReconcileCommand.Of(runner));
        root.Subcommands.Add(SchemaCommand.Of(runner));
        root.Subcommands.Add(MigrateCommand.Of(runner));
        // A key may begin with an @, which would else name a file of arguments.
        var parsed = root.Parse(
            arguments.Count == 0 ? ["--help"] : arguments,
            new ParserConfiguration { ResponseFileTokenReplacer = null }
        );
        if (parsed.Errors.Count > 0)
        {
            var isResolve = parsed.CommandResult.Command.Name == ResolveCommand.Name;
            return runner
                .ReportOf(parsed)
                .Fail(
                    ExitCode.Usage,
                    [
                        .. isResolve ? [Report.Unchanged] : Array.Empty<string>(),
                        .. CommandLineErrors.Of(parsed, arguments),
                    ]
                );
        }

        return await parsed
            .InvokeAsync(
                new InvocationConfiguration
                {
                    Output = console.Output,
                    Error = console.Errors,
                    EnableDefaultExceptionHandler = false,
                },
                cancellationToken
            )
            .ConfigureAwait(false);
    }
}
