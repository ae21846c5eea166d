using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using PaymentAbstractions.Benchmarks.Floor;

namespace PaymentAbstractions.Benchmarks;

/// <summary>Runs all benchmarks once, too briefly for figures, to check that they still work.</summary>
internal static class QuickRun
{
    public static async Task<int> RunAsync()
    {
        var failed = new List<string>();
        foreach (var (name, program) in Programs.All)
        {
            Console.WriteLine($"-- {name}");
            if (await program(["--quick"]) != 0)
            {
                failed.Add(name);
            }
        }

        // The comparison with the provider's count is useful only if it can fail.
        Console.WriteLine("-- floor, sabotaged: every sale pays the same order");
        if (await FloorProgram.RunAsync(["--quick", "--one-order"]) != FloorProgram.Wrong)
        {
            failed.Add("floor --one-order, which the provider's count did not reveal");
        }

        Console.WriteLine("-- BenchmarkDotNet, each method once");
        failed.AddRange(RunMicrobenchmarks());
        Console.WriteLine(failed.Count == 0 ? "Everything ran to its end." : $"Failed: {string.Join("; ", failed)}");
        return failed.Count == 0 ? 0 : 1;
    }

    private static List<string> RunMicrobenchmarks()
    {
        var log = new AccumulationLogger();
        // In this process and in any build configuration, because nothing is measured.
        var config = ManualConfig
            .CreateEmpty()
            .AddJob(Job.Dry.WithToolchain(InProcessEmitToolchain.Instance))
            .AddLogger(log)
            .WithArtifactsPath(Path.Combine(AppContext.BaseDirectory, "quick-artifacts"))
            .WithOptions(ConfigOptions.DisableOptimizationsValidator | ConfigOptions.DisableLogFile);
        var failed = new List<string>();
        var ran = 0;
        foreach (var summary in BenchmarkRunner.Run(typeof(QuickRun).Assembly, config))
        {
            failed.AddRange(summary.ValidationErrors.Where(e => e.IsCritical).Select(e => e.Message));
            var reported = summary
                .Reports.Where(report => report.Success)
                .Select(report => report.BenchmarkCase)
                .ToHashSet();
            failed.AddRange(
                summary
                    .BenchmarksCases.Where(benchmark => !reported.Contains(benchmark))
                    .Select(benchmark => benchmark.DisplayInfo)
            );
            ran += reported.Count;
        }

        Console.WriteLine(failed.Count == 0 ? $"{ran} benchmarks" : log.GetLog());
        return ran == 0 ? [.. failed, "no benchmark was found"] : failed;
    }
}
