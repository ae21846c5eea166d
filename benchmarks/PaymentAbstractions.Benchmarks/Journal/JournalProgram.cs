using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using PaymentAbstractions.Benchmarks.Floor;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions.Benchmarks.Journal;

/// <summary>Measures the file journal: shared syncs against one for each write, memory over many payments, and the start.</summary>
internal static class JournalProgram
{
    private const string Usage = "journal [--payments N] [--rounds N] [--folder PATH]";
    private const int Callers = 64;
    private const int OpenIntents = 10_000;

    public static async Task<int> RunAsync(string[] args)
    {
        if (args is ["start", var existing, var verify])
        {
            await StartAsync(existing, bool.Parse(verify));
            return 0;
        }

        var (payments, rounds, folder) = (1_000_000, 5, Path.Combine(AppContext.BaseDirectory, "journal-benchmark"));
        foreach (var pair in args.Chunk(2))
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
        Clear(folder);
        await ThroughputAsync(folder, rounds);
        await MemoryAsync(folder, payments);
        await StartsAsync(folder, payments);
        Clear(folder);
        return 0;
    }

    private static async Task ThroughputAsync(string folder, int rounds)
    {
        Console.WriteLine("\nPayments per second, the two ways in turns on the same disk");
        var ratios = new List<double>();
        for (var round = 0; round <= rounds; round++)
        {
            var shared = await RateAsync(Path.Combine(folder, "shared"), 20_000, writesPerCommit: 1024);
            var alone = await RateAsync(Path.Combine(folder, "alone"), 2000, writesPerCommit: 1);
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

    private static async Task MemoryAsync(string folder, int payments)
    {
        Console.WriteLine("\nMemory");
        var options = new FileJournalOptions { Path = Path.Combine(folder, "many") };
        await using var journal = await FilePaymentJournal.OpenAsync(options);
        var load = new JournalLoad(journal, "many");
        Report("at start", 0, TimeSpan.Zero);
        var done = 0;
        foreach (var goal in new[] { payments / 10, payments / 2, payments })
        {
            var elapsed = await load.RunAsync(goal - done, Callers);
            Report($"{goal:N0} payments", goal - done, elapsed);
            done = goal;
        }

        // These stay without an outcome, as after a crash.
        await new JournalLoad(journal, "open").RunAsync(OpenIntents, Callers, complete: false);
        Report($"and {OpenIntents:N0} open", 0, TimeSpan.Zero);
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

    private static async Task StartsAsync(string folder, int payments)
    {
        Console.WriteLine(
            $"\nStart with {payments:N0} closed and {OpenIntents:N0} open, a process of its own each time"
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
        using var process = Process.Start(
            new ProcessStartInfo(Environment.ProcessPath!, ["journal", "start", path, verify.ToString()])
            {
                RedirectStandardOutput = true,
            }
        )!;
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
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

    private static void Clear(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
