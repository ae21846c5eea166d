using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using PaymentAbstractions.Benchmarks.Measuring;
using PaymentAbstractions.Benchmarks.Provider;
using PaymentAbstractions.Journal.Sqlite;

namespace PaymentAbstractions.Benchmarks.Journal;

/// <summary>
/// Measures the SQLite journal: shared transactions against one for each call, memory over many payments, and the start.
/// </summary>
internal static class JournalProgram
{
    private const string Usage = "journal [--payments N] [--rounds N] [--folder PATH] [--quick]";
    private const int Callers = 64;

    public static async Task<int> RunAsync(string[] args)
    {
        if (args is ["start", var existing])
        {
            await StartAsync(existing);
            return 0;
        }

        if (args is ["share", var shared, var seconds])
        {
            await SharedLoad.RunAsync(shared, int.Parse(seconds, CultureInfo.InvariantCulture));
            return 0;
        }

        if (Arguments.Read(args, Usage) is not { } arguments)
        {
            return 2;
        }

        var isQuick = arguments.Has("--quick");
        var size = isQuick ? Size.Quick : Size.Usual;
        size = size with
        {
            Payments = arguments.Number("--payments", size.Payments),
            Rounds = arguments.Number("--rounds", size.Rounds),
        };
        var folder = Path.Combine(arguments.Text("--folder", AppContext.BaseDirectory), "journal-benchmark");
        Console.WriteLine(
            $"{RuntimeInformation.FrameworkDescription}, {Environment.ProcessorCount} cores, {Callers} callers, both writes durable"
        );
        Clear(folder);
        await ThroughputAsync(folder, size);
        await ShareAsync(folder, isQuick ? 1 : 10);
        await MemoryAsync(folder, size);
        await StartsAsync(folder, size);
        Clear(folder);
        return 0;
    }

    private static async Task ThroughputAsync(string folder, Size size)
    {
        Console.WriteLine("\nPayments per second, the ways in turns on the same disk");
        var ratios = new List<double>();
        for (var round = 0; round <= size.Rounds; round++)
        {
            var shared = await RateAsync(folder, size.Rate, new SqliteTuning());
            var alone = await RateAsync(folder, size.Rate / 10, new SqliteTuning { MaxCallsPerTransaction = 1 });
            if (round == 0)
            {
                // Only to be compiled.
                continue;
            }

            ratios.Add(shared / alone);
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"  shared transactions {shared, 10:N0}    one for each call {alone, 8:N0}    ratio {shared / alone:N1}"
                )
            );
        }

        var spread = Spread.Of(ratios);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"  ratio, median (least - most): {spread.Median:N1} ({spread.Least:N1} - {spread.Most:N1})"
            )
        );
    }

    private static async Task<double> RateAsync(string folder, int payments, SqliteTuning tuning)
    {
        Clear(folder);
        await using var journal = await SqlitePaymentJournal.OpenAsync(
            new SqliteJournalOptions { Path = Path.Combine(folder, "rate.db") },
            tuning,
            TimeProvider.System,
            CancellationToken.None
        );
        var elapsed = await new JournalLoad(journal, "rate").RunAsync(payments, Callers);
        return payments / elapsed.TotalSeconds;
    }

    private static async Task ShareAsync(string folder, int seconds)
    {
        const int Processes = 4;
        Console.WriteLine($"\n{Processes} processes on one file, {SharedLoad.Callers} callers each, for {seconds} s");
        Clear(folder);
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, "shared.db");
        var text = seconds.ToString(CultureInfo.InvariantCulture);
        var processes = Enumerable.Range(0, Processes).Select(_ => OwnProcess.Start("journal", "share", path, text));
        foreach (var process in processes.ToList())
        {
            using (process)
            {
                Console.WriteLine($"  {(await process.StandardOutput.ReadToEndAsync()).Trim()}");
                await process.WaitForExitAsync();
                if (process.ExitCode != 0)
                {
                    throw new InvalidOperationException($"A process ended with {process.ExitCode}.");
                }
            }
        }
    }

    private static async Task MemoryAsync(string folder, Size size)
    {
        Console.WriteLine("\nMemory");
        await using var journal = await SqlitePaymentJournal.OpenAsync(
            new SqliteJournalOptions { Path = Path.Combine(folder, "many.db") }
        );
        var load = new JournalLoad(journal, "many");
        Report("at start", 0, TimeSpan.Zero);
        var done = 0;
        foreach (var goal in new[] { size.Payments / 10, size.Payments / 2, size.Payments })
        {
            var elapsed = await load.RunAsync(goal - done, Callers);
            Report($"{goal:N0} payments", goal - done, elapsed);
            done = goal;
        }

        // These stay without an outcome, as after a crash.
        await new JournalLoad(journal, "open").RunAsync(size.Open, Callers, complete: false);
        Report($"and {size.Open:N0} open", 0, TimeSpan.Zero);
        var bytes = new DirectoryInfo(folder).EnumerateFiles("many.db*").Sum(file => file.Length);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  on disk {bytes / 1048576.0:N0} MiB"));
    }

    private static void Report(string when, int payments, TimeSpan elapsed)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var heap = GC.GetTotalMemory(forceFullCollection: true) / 1048576.0;
        using var process = Process.GetCurrentProcess();
        var rate = payments == 0 ? "" : $"{payments / elapsed.TotalSeconds:N0} payments/s";
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"  {when, -20} managed heap {heap, 6:N1} MiB   working set {process.WorkingSet64 / 1048576.0, 6:N0} MiB   {rate}"
            )
        );
    }

    private static async Task StartsAsync(string folder, Size size)
    {
        Console.WriteLine(
            $"\nStart with {size.Payments:N0} closed and {size.Open:N0} open, a process of its own each time"
        );
        for (var start = 1; start <= 3; start++)
        {
            using var process = OwnProcess.Start("journal", "start", Path.Combine(folder, "many.db"));
            var text = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            if (process.ExitCode != 0)
            {
                throw new InvalidOperationException($"The start ended with {process.ExitCode}.");
            }

            Console.WriteLine($"  {text.Trim()}");
        }
    }

    private static async Task StartAsync(string path)
    {
        var watch = Stopwatch.StartNew();
        await using var journal = await SqlitePaymentJournal.OpenAsync(
            new SqliteJournalOptions { Path = path, ExpectExisting = true }
        );
        var opened = watch.Elapsed;
        var begun = await journal.BeginAsync(JournalLoad.Intent("start-" + Stopwatch.GetTimestamp()));
        var accepted = watch.Elapsed;
        using var process = Process.GetCurrentProcess();
        var processor = process.TotalProcessorTime;
        var counts = await journal.CountAsync();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{begun.Kind} after {accepted.TotalSeconds:N2} s (opened after {opened.TotalSeconds:N2} s; {processor.TotalSeconds:N2} s of CPU, the runtime's start included), "
                    + $"{counts.Open:N0} open"
            )
        );
    }

    /// <summary>How much is measured.</summary>
    /// <param name="Payments">Payments for memory and start.</param>
    /// <param name="Open">Payments without an outcome besides.</param>
    /// <param name="Rate">Payments of a round with shared transactions; with one for each call it is a tenth.</param>
    /// <param name="Rounds">Rounds of the two ways.</param>
    private sealed record Size(int Payments, int Open, int Rate, int Rounds)
    {
        public static readonly Size Usual = new(1_000_000, 10_000, 20_000, 5);
        public static readonly Size Quick = new(2000, 100, 1000, 1);
    }

    private static void Clear(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
