using System.Globalization;
using PaymentAbstractions.Benchmarks.Measuring;
using PaymentAbstractions.Benchmarks.Plots;
using PaymentAbstractions.Benchmarks.Provider;
using PaymentAbstractions.Benchmarks.Sales;

namespace PaymentAbstractions.Benchmarks.Scale;

/// <summary>Longer answers, in memory.</summary>
internal static class AnswersAxis
{
    private static readonly Uri Address = new("http://127.0.0.1/");

    public static async Task MeasureAsync(ScaleReport report, ScaleSize size, CancellationToken cancellationToken)
    {
        var table = new Table(
            "Length of the answer, in memory",
            "KB",
            "CPU by hand, us",
            "CPU, us",
            "ratio",
            "bytes by hand",
            "bytes"
        );
        List<(double, double)> cpuByHand = [],
            cpu = [];
        foreach (var length in size.Answers)
        {
            using var provider = new InMemoryProvider(AnswerTemplate.SaleOfLength(length * 1_000));
            using var byHand = new SalesByHand(Address, provider);
            using var ours = new SalesByGateway(Address, provider);
            var comparison = new WayComparison([new Way("by hand", byHand.SendAsync), new Way("ours", ours.SendAsync)]);
            var figures = await comparison.RunAsync(size.Length, callers: 1, cancellationToken);
            Tally.Compare(comparison.Paid, provider.Counted);
            table.Add(
                length.ToString(CultureInfo.InvariantCulture),
                figures.Of(0, static sample => sample.Cpu).ToString("0.0"),
                figures.Of(1, static sample => sample.Cpu).ToString("0.0"),
                figures.Ratio(1, 0, static sample => sample.Cpu).ToString("0.00"),
                figures.Of(0, static sample => sample.Bytes).ToString("0"),
                figures.Of(1, static sample => sample.Bytes).ToString("0")
            );
            cpuByHand.Add((length, figures.Of(0, static sample => sample.Cpu).Median));
            cpu.Add((length, figures.Of(1, static sample => sample.Cpu).Median));
        }

        report.Add(
            table,
            new Plot(
                "CPU of a sale, us",
                "KB of the answer",
                new PlotLine("this library", cpu),
                new PlotLine("HttpClient by hand", cpuByHand)
            )
        );
    }
}
