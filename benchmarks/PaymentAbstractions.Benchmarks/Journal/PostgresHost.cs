using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using PaymentAbstractions.Benchmarks.Provider;
using PaymentAbstractions.Journal;
using PaymentAbstractions.Journal.PostgreSql;

namespace PaymentAbstractions.Benchmarks.Journal;

/// <summary>
/// One of several hosts on one schema, each a process of its own: it pays, or recovers open payments, and reports what it did.
/// </summary>
internal static class PostgresHost
{
    private const int Callers = 16;

    /// <summary>Starts hosts, lets them begin at once, and waits for them.</summary>
    /// <param name="hosts">How many.</param>
    /// <param name="connectionString">The database.</param>
    /// <param name="work">What each of them does: how many payments it takes, or <c>recover</c>.</param>
    /// <returns>The keys that they worked on, a key as often as it was worked on, and how long that took.</returns>
    public static async Task<(List<string> Keys, TimeSpan Elapsed)> RunAllAsync(
        int hosts,
        string connectionString,
        string work
    )
    {
        var processes = new List<Process>();
        for (var i = 0; i < hosts; i++)
        {
            processes.Add(OwnProcess.Start("postgres", "host", connectionString, work));
        }

        foreach (var process in processes)
        {
            if (await process.StandardOutput.ReadLineAsync() != "ready")
            {
                throw new InvalidOperationException("A host did not start.");
            }
        }

        var watch = Stopwatch.StartNew();
        var keys = await Task.WhenAll(processes.Select(GoAsync));
        return ([.. keys.SelectMany(some => some)], watch.Elapsed);
    }

    /// <summary>The host itself, in its process.</summary>
    public static async Task ServeAsync(string connectionString, string work)
    {
        await using var journal = await PostgreSqlPaymentJournal.OpenAsync(
            new PostgreSqlJournalOptions { ConnectionString = connectionString }
        );
        Console.WriteLine("ready");
        await Console.In.ReadLineAsync();
        var keys =
            work == "recover"
                ? await RecoverAsync(journal)
                : await PayAsync(journal, int.Parse(work, CultureInfo.InvariantCulture));
        Console.WriteLine(string.Join('\n', keys));
    }

    private static async Task<string[]> GoAsync(Process process)
    {
        using (process)
        {
            await process.StandardInput.WriteLineAsync();
            var keys = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return process.ExitCode == 0
                ? keys.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                : throw new InvalidOperationException($"A host ended with {process.ExitCode}.");
        }
    }

    private static async Task<IEnumerable<string>> PayAsync(PostgreSqlPaymentJournal journal, int payments)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"host-{Environment.ProcessId}");
        await new JournalLoad(journal, name).RunAsync(payments, Callers);
        return Enumerable.Range(0, payments).Select(i => string.Create(CultureInfo.InvariantCulture, $"{name}-{i}"));
    }

    private static async Task<IEnumerable<string>> RecoverAsync(PostgreSqlPaymentJournal journal)
    {
        var taken = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(
            journal.GetUnresolvedAsync(new JournalQuery()),
            new ParallelOptions { MaxDegreeOfParallelism = Callers },
            async (entry, token) =>
            {
                var until = journal.Clock.GetUtcNow().AddMinutes(5);
                var lease = await journal.LeaseAsync(entry.Key, entry.Revision, until, token);
                if (lease.Status != JournalWriteStatus.Recorded)
                {
                    return;
                }

                taken.Add(entry.Intent.IdempotencyKey.Value);
                // A reading of the provider, at a time after the send-by, as in production.
                var resolution = new JournalResolution
                {
                    Key = entry.Key,
                    Attempt = entry.Attempt,
                    Outcome = JournalLoad.Approved(entry.Intent),
                    Source = JournalResolutionSource.Lookup,
                    At = entry.Intent.SendBy.AddMinutes(1),
                    LeaseEpoch = lease.Entry!.LeaseEpoch,
                };
                var write = await journal.ResolveAsync(resolution, token);
                if (!write.IsRecorded)
                {
                    throw new InvalidOperationException($"A payment was not resolved: {write}");
                }
            }
        );
        return taken;
    }
}
