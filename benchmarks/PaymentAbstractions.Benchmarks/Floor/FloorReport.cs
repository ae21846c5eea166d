using PaymentAbstractions.Benchmarks.Measuring;

namespace PaymentAbstractions.Benchmarks.Floor;

/// <summary>The tables of the comparison, and its goals beside what was measured.</summary>
internal sealed class FloorReport
{
    private const double KiloByte = 1_000;

    private readonly List<Table> _tables = [];
    private readonly Table _goals = new("Goals", "What", "Goal", "Measured");

    /// <summary>Prints the figures of one number of callers.</summary>
    /// <param name="title">The headline.</param>
    /// <param name="ways">The ways.</param>
    /// <param name="figures">What was measured of them.</param>
    public void Add(string title, IReadOnlyList<Way> ways, Figures figures)
    {
        var table = new Table(title, "Sale", "CPU, us", "to a", "to c", "bytes", "sales per second", "to a");
        for (var i = 0; i < ways.Count; i++)
        {
            table.Add(
                ways[i].Name,
                figures.Of(i, Cpu).ToString("0.0"),
                figures.Ratio(i, FloorWays.ByHand, Cpu).ToString("0.00"),
                figures.Ratio(i, FloorWays.LeanRestSharp, Cpu).ToString("0.00"),
                figures.Of(i, Bytes).ToString("0"),
                figures.Of(i, Rate).ToString("0"),
                figures.Ratio(i, FloorWays.ByHand, Rate).ToString("0.00")
            );
        }

        table.Print();
        _tables.Add(table);
    }

    /// <summary>Keeps what the goals for a number of callers are compared with.</summary>
    /// <param name="callers">How many callers.</param>
    /// <param name="figures">What was measured over loopback.</param>
    public void AddGoals(int callers, Figures figures)
    {
        var at = callers == 1 ? "1 caller" : $"{callers} callers";
        Goal($"CPU d / c, {at}", "<= 1.25", figures.Ratio(FloorWays.Ours, FloorWays.LeanRestSharp, Cpu), "0.00");
        Goal($"CPU d / a, {at}", "<= 1.6", figures.Ratio(FloorWays.Ours, FloorWays.ByHand, Cpu), "0.00");
        if (callers > 1)
        {
            var rate = figures.Ratio(FloorWays.Ours, FloorWays.ByHand, Rate);
            Goal($"sales per second d / a, {at}", callers == 16 ? ">= 0.70" : ">= 0.60", rate, "0.00");
        }

        Goal($"KB per sale d, {at}", "<= 20", figures.Of(FloorWays.Ours, KiloBytes), "0.0");
        var own = figures.Difference(FloorWays.Ours, FloorWays.LeanRestSharp, KiloBytes);
        Goal($"KB per sale d - c, {at}", "<= 5", own, "0.0");
        if (callers == 64)
        {
            var journal = figures.Difference(FloorWays.OursOnSqlite, FloorWays.Ours, Cpu);
            Goal($"CPU e - d, us, {at}", "<= 80", journal, "0");
        }
    }

    /// <summary>Keeps what the goal for a slow provider is compared with.</summary>
    /// <param name="title">What is measured.</param>
    /// <param name="figures">What was measured.</param>
    public void AddSlowGoal(string title, Figures figures) =>
        Goal(
            $"sales per second d / a, {title}",
            ">= 0.98",
            figures.Ratio(FloorWays.Ours, FloorWays.ByHand, Rate),
            "0.000"
        );

    /// <summary>Prints the goals, and everything again in Markdown.</summary>
    /// <param name="inMarkdown">Whether to print Markdown.</param>
    public void End(bool inMarkdown)
    {
        _goals.Print();
        if (inMarkdown)
        {
            Table.PrintMarkdown(_tables);
            Table.PrintMarkdown(_goals);
        }
    }

    private void Goal(string what, string goal, Spread measured, string format) =>
        _goals.Add(what, goal, measured.ToString(format));

    private static double Cpu(Sample sample) => sample.Cpu;

    private static double Bytes(Sample sample) => sample.Bytes;

    private static double KiloBytes(Sample sample) => sample.Bytes / KiloByte;

    private static double Rate(Sample sample) => sample.CallsPerSecond;
}
