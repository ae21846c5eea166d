using System.Globalization;
using PaymentAbstractions.Benchmarks.Measuring;
using PaymentAbstractions.Benchmarks.Plots;
using PaymentAbstractions.Benchmarks.Provider;
using PaymentAbstractions.Benchmarks.Sales;

namespace PaymentAbstractions.Benchmarks.Scale;

/// <summary>More callers at the same time, over loopback.</summary>
internal static class CallersAxis
{
    public static async Task MeasureAsync(ScaleReport report, ScaleSize size, CancellationToken cancellationToken)
    {
        await using var provider = await LoopbackProvider.StartAsync();
        using var byHand = new SalesByHand(provider.Address);
        using var ours = new SalesByGateway(provider.Address);
        var comparison = new WayComparison([new Way("by hand", byHand.SendAsync), new Way("ours", ours.SendAsync)]);
        var table = new Table(
            "Callers, over loopback",
            "Callers",
            "CPU by hand, us",
            "CPU, us",
            "ratio",
            "sales per second by hand",
            "sales per second"
        );
        List<(double, double)> cpuByHand = [],
            cpu = [],
            rateByHand = [],
            rate = [];
        foreach (var callers in size.Callers)
        {
            var figures = await comparison.RunAsync(size.Length, callers, cancellationToken);
            table.Add(
                callers.ToString(CultureInfo.InvariantCulture),
                figures.Of(0, static sample => sample.Cpu).ToString("0.0"),
                figures.Of(1, static sample => sample.Cpu).ToString("0.0"),
                figures.Ratio(1, 0, static sample => sample.Cpu).ToString("0.00"),
                figures.Of(0, static sample => sample.CallsPerSecond).ToString("0"),
                figures.Of(1, static sample => sample.CallsPerSecond).ToString("0")
            );
            cpuByHand.Add((callers, figures.Of(0, static sample => sample.Cpu).Median));
            cpu.Add((callers, figures.Of(1, static sample => sample.Cpu).Median));
            rateByHand.Add((callers, figures.Of(0, static sample => sample.CallsPerSecond).Median));
            rate.Add((callers, figures.Of(1, static sample => sample.CallsPerSecond).Median));
        }

        Tally.Compare(comparison.Paid, await provider.CountAsync());
        report.Add(
            table,
            new Plot(
                "CPU of a sale, us",
                "callers",
                new PlotLine("this library", cpu),
                new PlotLine("HttpClient by hand", cpuByHand)
            ),
            new Plot(
                "Sales per second",
                "callers",
                new PlotLine("this library", rate),
                new PlotLine("HttpClient by hand", rateByHand)
            )
        );
    }
}
