using System.Diagnostics;
using System.Runtime.InteropServices;

namespace PaymentAbstractions.Chaos;

/// <summary>The orchestrator: runs every profile, audits the results and reports them.</summary>
internal static class ChaosProgram
{
    public static async Task<int> RunAsync(IReadOnlyList<string> words)
    {
        if (words is ["--help" or "-h"])
        {
            Console.WriteLine(ChaosOptions.Usage);
            return 0;
        }

        var (options, problem) = ChaosOptions.Parse(words);
        if (options is null)
        {
            await Console.Error.WriteLineAsync($"{problem}\n\n{ChaosOptions.Usage}");
            return 2;
        }

        using var end = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => ChildProcess.KillAll();
        try
        {
            return await RunAsync(options, end.Token);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync("Interrupted.");
            return 130;
        }
        finally
        {
            ChildProcess.KillAll();
        }

        void Stop(PosixSignalContext context)
        {
            context.Cancel = true;
            end.Cancel();
            ChildProcess.KillAll();
        }
    }

    private static async Task<int> RunAsync(ChaosOptions options, CancellationToken cancellationToken)
    {
        IReadOnlyList<ProfilePair> pairs = options.Profile is { } name ? [ProfilePair.Named(name)!] : ProfilePair.All;
        Console.WriteLine(
            $"seed {options.Seed}, {options.Payments} payments and {options.Kills} kills in each of {pairs.Count} runs, "
                + $"{options.Callers} callers, faults {options.Faults:P0}, sabotage: {options.Sabotage}"
        );
        var clock = Stopwatch.StartNew();
        var results = new List<RunResult>();
        await using var database = options.Journal == "postgres" ? await ChaosDatabase.StartAsync() : null;
        foreach (var (number, pair) in pairs.Index().Skip(options.Skip))
        {
            await (database?.RenewAsync() ?? Task.CompletedTask);
            await using var run = new ChaosRun(options, pair, options.Seed + number, database);
            var result = await run.RunAsync(cancellationToken);
            results.Add(result);
            RunReport.Print(result, options.Verbose);
        }

        return RunReport.Sum(results, clock.Elapsed) ? 0 : 1;
    }
}
