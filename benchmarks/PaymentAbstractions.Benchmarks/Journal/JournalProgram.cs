using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using PaymentAbstractions.Benchmarks.Floor;
using PaymentAbstractions.Benchmarks.Provider;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions.Benchmarks.Journal;

/// <summary>Measures the file journal: shared syncs against one for each write, memory over many payments, and the start.</summary>
internal static class JournalProgram
{
    private const string Usage = "journal [--payments N] [--rounds N] [--folder PATH] [--quick]";
    private const int Callers = 64;

    public static async Task<int> RunAsync(string[] args)
    {
        if (args is ["start", var existing, var verify])
        {
            await StartAsync(existing, bool.Parse(verify));
            return 0;
        }

        var isQuick = args.Contains("--quick", StringComparer.Ordinal);
        var size = isQuick ? Size.Quick : Size.Usual;
        var (payments, rounds, folder) = (
            size.Payments,
            size.Rounds,
            Path.Combine(AppContext.BaseDirectory, "journal-benchmark")
        );
        foreach (var pair in args.Where(static arg => arg != "--quick").Chunk(2))
        {
            var isRead = pair switch
            {
                ["--payments", var text] => int.TryParse(text, CultureInfo.InvariantCulture, out payments),
                ["--rounds", var text] => int.TryParse(text, CultureInfo.InvariantCulture, out rounds),
                ["--folder", var text] => (folder = Path.Combine(text, "journal-benchmark")).Length > 0,
                _ => false,
            };
            if (!isRead || payments < 1 || rounds < 1)
            {
                await Console.Error.WriteLineAsync(Usage);
                return 2;
            }
        }

        Console.WriteLine(
            $"{RuntimeInformation.FrameworkDescription}, {Environment.ProcessorCount} cores, {Callers} callers, both writes durable"
        );
        size = size with { Payments = payments, Rounds = rounds };
        Clear(folder);
        await ThroughputAsync(folder, size);
        await MemoryAsync(folder, size);
        await StartsAsync(folder, size);
        Clear(folder);
        return 0;
    }

    private static async Task ThroughputAsync(string folder, Size size)
    {
        Console.WriteLine("\nPayments per second, the two ways in turns on the same disk");
        var ratios = new List<double>();
        for (var round = 0; round <= size.Rounds; round++)
        {
            var shared = await RateAsync(Path.Combine(folder, "shared"), size.Rate, writesPerCommit: 1024);
            var alone = await RateAsync(Path.Combine(folder, "alone"), size.Rate / 10, writesPerCommit: 1);
            if (round == 0)
            {
                // Only to be compiled.
                continue;
            }

            ratios.Add(shared / alone);
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"  shared syncs {shared, 10:N0}    one sync per write {alone, 8:N0}    ratio {shared / alone:N1}"
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

    private static async Task<double> RateAsync(string folder, int payments, int writesPerCommit)
    {
        Clear(folder);
        await using var journal = await FilePaymentJournal.OpenAsync(
            new FileJournalOptions { Path = folder, MostWritesPerCommit = writesPerCommit }
        );
        var elapsed = await new JournalLoad(journal, "rate").RunAsync(payments, Callers);
        return payments / elapsed.TotalSeconds;
    }

    private static async Task MemoryAsync(string folder, Size size)
    {
        Console.WriteLine("\nMemory");
        var options = new FileJournalOptions { Path = Path.Combine(folder, "many") };
        await using var journal = await FilePaymentJournal.OpenAsync(options);
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
        var bytes = new DirectoryInfo(options.Path).EnumerateFiles().Sum(file => file.Length);
        var files = new DirectoryInfo(options.Path).EnumerateFiles("*.journal").Count();
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"  on disk {bytes / 1048576.0:N0} MiB in {files} segments")
        );
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
        var path = Path.Combine(folder, "many");
        foreach (var verify in new[] { true, true, false })
        {
            await StartElsewhereAsync(path, verify, verify ? "every record checked" : "indexes checked only");
        }

        foreach (var index in Directory.EnumerateFiles(path, "*.index").ToList())
        {
            File.Delete(index);
        }

        await StartElsewhereAsync(path, verify: true, "all indexes lost and made again");
    }

    private static async Task StartElsewhereAsync(string path, bool verify, string what)
    {
        using var process = OwnProcess.Start("journal", "start", path, verify.ToString());
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"The start ({what}) ended with {process.ExitCode}.");
        }

        Console.WriteLine($"  {what, -32} {text.Trim()}");
    }

    private static async Task StartAsync(string folder, bool verify)
    {
        var watch = Stopwatch.StartNew();
        await using var journal = await FilePaymentJournal.OpenAsync(
            new FileJournalOptions
            {
                Path = folder,
                VerifyAtStart = verify,
                ExpectExisting = true,
            }
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
    /// <param name="Rate">Payments of a round with shared syncs; with a sync for each write it is a tenth.</param>
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
