using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using PaymentAbstractions.Benchmarks.Measuring;
using PaymentAbstractions.Benchmarks.Plots;
using PaymentAbstractions.Benchmarks.Provider;
using PaymentAbstractions.Benchmarks.Sales;

namespace PaymentAbstractions.Benchmarks.Scale;

/// <summary>More configured gateways, in memory; each sale goes to the next gateway.</summary>
internal static class GatewaysAxis
{
    private static readonly Uri Address = new("http://127.0.0.1/");

    public static async Task MeasureAsync(ScaleReport report, ScaleSize size, CancellationToken cancellationToken)
    {
        var table = new Table(
            "Gateways, in memory",
            "Gateways",
            "from the services to the gateways, ms",
            "managed heap, KB",
            "CPU, us",
            "bytes"
        );
        List<(double, double)> cpu = [],
            starts = [];
        // Only to be compiled.
        await StepAsync(1, RunLength.Quick, cancellationToken);
        foreach (var gateways in size.Gateways)
        {
            var (start, heap, figures) = await StepAsync(gateways, size.Length, cancellationToken);
            table.Add(
                gateways.ToString(CultureInfo.InvariantCulture),
                start.TotalMilliseconds.ToString("0.0", CultureInfo.InvariantCulture),
                (heap / 1_000.0).ToString("0", CultureInfo.InvariantCulture),
                figures.Of(0, static sample => sample.Cpu).ToString("0.0"),
                figures.Of(0, static sample => sample.Bytes).ToString("0")
            );
            starts.Add((gateways, start.TotalMilliseconds));
            cpu.Add((gateways, figures.Of(0, static sample => sample.Cpu).Median));
        }

        report.Add(
            table,
            new Plot("CPU of a sale, us", "gateways", new PlotLine("this library", cpu)),
            new Plot("From the services to the gateways, ms", "gateways", new PlotLine("this library", starts))
        );
    }

    private static async Task<(TimeSpan Start, long Heap, Figures Figures)> StepAsync(
        int gateways,
        RunLength length,
        CancellationToken cancellationToken
    )
    {
        string[] names =
        [
            .. Enumerable.Range(1, gateways).Select(i => string.Create(CultureInfo.InvariantCulture, $"cards_{i}")),
        ];
        using var provider = new InMemoryProvider();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var started = Stopwatch.GetTimestamp();
        await using var services = SalesByGateway.CreateServices(Address, provider, journal: null, names);
        var all = services.GetRequiredService<IPaymentGateways>();
        var elapsed = Stopwatch.GetElapsedTime(started);
        var heap = GC.GetTotalMemory(forceFullCollection: true) - before;

        var next = 0;
        var comparison = new WayComparison([
            new Way(
                "ours",
                (order, token) => SalesByGateway.SendAsync(all.Get(names[next++ % names.Length]), order, token)
            ),
        ]);
        // Each gateway has been used before the measured rounds.
        length = length with
        {
            WarmUpCalls = Math.Max(length.WarmUpCalls, gateways),
        };
        var figures = await comparison.RunAsync(length, callers: 1, cancellationToken);
        Tally.Compare(comparison.Paid, provider.Counted);
        return (elapsed, heap, figures);
    }
}
