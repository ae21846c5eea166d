using System.CommandLine;

namespace PaymentAbstractions.Tool;

/// <summary>The commands of the tool.</summary>
internal static class PaymentsTool
{
    /// <summary>Runs one command.</summary>
    /// <param name="arguments">The arguments of the command line; empty to show the help.</param>
    /// <param name="console">The streams to read from and write to.</param>
    /// <param name="cancellationToken">Cancels the command, like Ctrl+C.</param>
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
            "Lists the unresolved payments of a journal, looks them up, closes them manually, and compares the journal with the provider."
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
        // A key may begin with @, which would otherwise refer to a response file.
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
