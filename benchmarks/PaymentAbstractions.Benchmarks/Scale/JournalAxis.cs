using System.Globalization;
using PaymentAbstractions.Benchmarks.Journal;
using PaymentAbstractions.Benchmarks.Measuring;
using PaymentAbstractions.Benchmarks.Plots;
using PaymentAbstractions.Journal;
using PaymentAbstractions.Journal.Sqlite;

namespace PaymentAbstractions.Benchmarks.Scale;

/// <summary>More payments in the journal, on SQLite and in memory, each a durable intent and a durable outcome.</summary>
internal static class JournalAxis
{
    private const int Callers = 64;
    private const double Mebibyte = 1 << 20;

    public static async Task MeasureAsync(ScaleReport report, ScaleSize size, string folder)
    {
        var table = new Table(
            "Payments in the journal, 64 callers",
            "Payments",
            "SQLite, payments per second",
            "managed heap, MiB",
            "on disk, MiB",
            "in memory, payments per second",
            "managed heap, MiB"
        );
        var own = Path.Combine(folder, "scale-journal");
        var onDisk = await OnSqliteAsync(size.Payments, own);
        var journal = new InMemoryPaymentJournal();
        var inMemory = await StepsAsync(journal, size.Payments, static () => 0);
        foreach (var (disk, memory) in onDisk.Zip(inMemory))
        {
            table.Add(
                disk.Payments.ToString("N0", CultureInfo.InvariantCulture),
                disk.Rate.ToString("N0", CultureInfo.InvariantCulture),
                disk.Heap.ToString("0.0", CultureInfo.InvariantCulture),
                disk.OnDisk.ToString("N1", CultureInfo.InvariantCulture),
                memory.Rate.ToString("N0", CultureInfo.InvariantCulture),
                memory.Heap.ToString("0.0", CultureInfo.InvariantCulture)
            );
        }

        report.Add(
            table,
            PlotOf("Managed heap, MiB", onDisk, inMemory, static step => step.Heap),
            PlotOf("Payments per second", onDisk, inMemory, static step => step.Rate)
        );
    }

    private static Plot PlotOf(string title, List<Step> onDisk, List<Step> inMemory, Func<Step, double> figure)
    {
        return new Plot(title, "payments in the journal", Line("SQLite", onDisk), Line("in memory", inMemory));

        PlotLine Line(string name, List<Step> steps) =>
            new(name, [.. steps.Select(step => ((double)step.Payments, figure(step)))]);
    }

    private static async Task<List<Step>> OnSqliteAsync(int[] payments, string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);
        try
        {
            await using var journal = await SqlitePaymentJournal.OpenAsync(
                new SqliteJournalOptions { Path = Path.Combine(folder, "payments.db") }
            );
            return await StepsAsync(
                journal,
                payments,
                () => new DirectoryInfo(folder).EnumerateFiles().Sum(static file => file.Length) / Mebibyte
            );
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<List<Step>> StepsAsync(IPaymentJournal journal, int[] payments, Func<double> onDisk)
    {
        var load = new JournalLoad(journal, "scale");
        var steps = new List<Step>();
        var done = 0;
        foreach (var goal in payments)
        {
            var elapsed = await load.RunAsync(goal - done, Callers);
            var heap = GC.GetTotalMemory(forceFullCollection: true) / Mebibyte;
            steps.Add(new Step(goal, (goal - done) / elapsed.TotalSeconds, heap, onDisk()));
            done = goal;
        }

        return steps;
    }

    /// <summary>What was measured after so many payments.</summary>
    private sealed record Step(int Payments, double Rate, double Heap, double OnDisk);
}
