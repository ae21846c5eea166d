using System.CommandLine;

namespace PaymentAbstractions.Sandbox.Tool;

/// <summary>The command line of the tool.</summary>
internal static class SandboxTool
{
    private const string About =
        "Payments sandbox: the APIs of Rebilly and of the virtual terminal, emulated on this computer.";

    private const string Limits =
        "For test cards only. It accepts connections from this computer and forgets everything when it ends.";

    /// <summary>Runs the tool until it is canceled.</summary>
    /// <param name="arguments">The words of the command line.</param>
    /// <param name="output">Takes the settings for a gateway, as JSON and nothing else.</param>
    /// <param name="errors">Takes what people read.</param>
    /// <param name="cancellationToken">Ends it, as Ctrl+C does.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> arguments,
        TextWriter output,
        TextWriter errors,
        CancellationToken cancellationToken = default
    )
    {
        var options = new SandboxOptionSet();
        var root = new RootCommand($"{About} {Limits}");
        options.AddTo(root);
        root.SetAction((parsed, token) => RunAsync(options.Read(parsed), output, errors, token));
        var parsed = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (options.ProblemsOf(parsed) is { Count: > 0 } problems)
        {
            await errors.WriteLineAsync(string.Join(Environment.NewLine, problems)).ConfigureAwait(false);
            await errors.WriteLineAsync("payments-sandbox --help lists the options.").ConfigureAwait(false);
            return ExitCode.Usage;
        }

        return await parsed
            .InvokeAsync(
                new InvocationConfiguration
                {
                    Output = output,
                    Error = errors,
                    EnableDefaultExceptionHandler = false,
                },
                cancellationToken
            )
            .ConfigureAwait(false);
    }

    private static async Task<int> RunAsync(
        SandboxSettings settings,
        TextWriter output,
        TextWriter errors,
        CancellationToken cancellationToken
    )
    {
        await errors.WriteLineAsync(About).ConfigureAwait(false);
        await errors.WriteLineAsync(Limits).ConfigureAwait(false);
        try
        {
            var sandbox = new RunningSandbox(settings);
            await using (sandbox.ConfigureAwait(false))
            {
                if (await sandbox.StartAsync(cancellationToken).ConfigureAwait(false) is { Count: > 0 } problems)
                {
                    await errors.WriteLineAsync(string.Join(Environment.NewLine, problems)).ConfigureAwait(false);
                    return ExitCode.Unavailable;
                }

                await errors.WriteLineAsync(Announcement.Of(sandbox)).ConfigureAwait(false);
                await output.WriteLineAsync(GatewaySettings.Of(sandbox)).ConfigureAwait(false);
                await errors
                    .WriteLineAsync($"{Environment.NewLine}Running. Press Ctrl+C to stop.")
                    .ConfigureAwait(false);
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken)
                    .ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await errors.WriteLineAsync("Stopped.").ConfigureAwait(false);
        }
        catch (InvalidOperationException failure)
        {
            await errors.WriteLineAsync(failure.Message).ConfigureAwait(false);
            return ExitCode.Unexpected;
        }

        return ExitCode.Done;
    }
}
