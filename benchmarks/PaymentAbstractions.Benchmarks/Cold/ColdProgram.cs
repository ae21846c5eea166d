using System.Diagnostics;
using System.Globalization;
using PaymentAbstractions.Benchmarks.Measuring;
using PaymentAbstractions.Benchmarks.Provider;
using PaymentAbstractions.Benchmarks.Sales;

namespace PaymentAbstractions.Benchmarks.Cold;

/// <summary>Measures the time from the start of a process to its first finished sale, each way in turn in a process of its own.</summary>
internal static class ColdProgram
{
    private const string Usage = "cold [--rounds N] [--markdown] [--quick]";

    private static readonly (ColdWay Way, string Name)[] Ways =
    [
        (ColdWay.Nothing, "start of the runtime alone"),
        (ColdWay.ByHand, "a, HttpClient by hand"),
        (ColdWay.InCode, "this library, gateway in code"),
        (ColdWay.Scanned, "this library, configuration and scan"),
    ];

    public static async Task<int> RunAsync(string[] args)
    {
        if (Arguments.Read(args, Usage) is not { } arguments)
        {
            return 2;
        }

        var rounds = arguments.Number("--rounds", arguments.Has("--quick") ? 1 : 21);
        Machine.Print($"{rounds} rounds; ratios are calculated round by round");
        await using var provider = await LoopbackProvider.StartAsync();
        var paid = await WarmUpAsync(provider);
        var samples = new List<ColdSample[]>();
        for (var round = 0; round < rounds; round++)
        {
            var turns = new ColdSample[Ways.Length];
            for (var i = 0; i < Ways.Length; i++)
            {
                turns[i] = await MeasureAsync(Ways[i].Way, (round * Ways.Length) + i, provider.Address);
                paid += turns[i].Paid;
            }

            samples.Add(turns);
        }

        Tally.Compare(paid, await provider.CountAsync());
        var table = Report(samples);
        table.Print();
        if (arguments.Has("--markdown"))
        {
            Table.PrintMarkdown(table);
        }

        return 0;
    }

    private static Table Report(List<ColdSample[]> samples)
    {
        var table = new Table(
            "Start of the process to the first finished sale (goal: in code <= 1.5 of a)",
            "Process",
            "ms",
            "to a",
            "CPU, ms",
            "to a"
        );
        for (var i = 0; i < Ways.Length; i++)
        {
            table.Add(
                Ways[i].Name,
                Spread.Of(samples.Select(turn => turn[i].Elapsed)).ToString("0"),
                Spread.Of(samples.Select(turn => turn[i].Elapsed / turn[1].Elapsed)).ToString("0.00"),
                Spread.Of(samples.Select(turn => turn[i].Cpu)).ToString("0"),
                Spread.Of(samples.Select(turn => turn[i].Cpu / turn[1].Cpu)).ToString("0.00")
            );
        }

        return table;
    }

    // The server compiles its own code in its first answers.
    private static async Task<Tally> WarmUpAsync(LoopbackProvider provider)
    {
        using var sales = new SalesByHand(provider.Address);
        var paid = default(Tally);
        foreach (var order in Order.Next(200))
        {
            paid += await sales.SendAsync(order, CancellationToken.None);
        }

        return paid;
    }

    private static async Task<ColdSample> MeasureAsync(ColdWay way, int turn, Uri address)
    {
        // Orders of this process have smaller numbers.
        var number = (1_000_000 + turn).ToString(CultureInfo.InvariantCulture);
        var started = Stopwatch.GetTimestamp();
        using var process = OwnProcess.Start(ColdSale.Command, way.ToString(), number, address.AbsoluteUri);
        var line = await process.StandardOutput.ReadLineAsync();
        await process.WaitForExitAsync();
        if (line?.Split(' ', 3) is not [var finished, var cpu, var paid] || process.ExitCode != 0)
        {
            throw new InvalidOperationException($"The process of {way} ended with {process.ExitCode}: {line}");
        }

        return new ColdSample(
            Stopwatch.GetElapsedTime(started, long.Parse(finished, CultureInfo.InvariantCulture)).TotalMilliseconds,
            TimeSpan.FromTicks(long.Parse(cpu, CultureInfo.InvariantCulture)).TotalMilliseconds,
            Tally.Parse(paid)
        );
    }

    /// <summary>What one process took.</summary>
    /// <param name="Elapsed">Milliseconds from its start to the finished sale.</param>
    /// <param name="Cpu">Milliseconds of processor time.</param>
    /// <param name="Paid">What it was told.</param>
    private sealed record ColdSample(double Elapsed, double Cpu, Tally Paid);
}
