using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using PaymentAbstractions.Journal.Sqlite;

namespace PaymentAbstractions.Benchmarks.Journal;

/// <summary>One of several processes that pay over one file: how many payments it gets through, and how long a call waits.</summary>
internal static class SharedLoad
{
    public const int Callers = 16;

    public static async Task RunAsync(string path, int seconds)
    {
        await using var journal = await SqlitePaymentJournal.OpenAsync(
            new SqliteJournalOptions { Path = path, LockTimeout = TimeSpan.FromMinutes(1) }
        );
        var waits = new ConcurrentBag<double>();
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(
            Enumerable
                .Range(0, Callers)
                .Select(caller =>
                    Task.Run(async () =>
                    {
                        for (var i = 0; clock.Elapsed.TotalSeconds < seconds; i++)
                        {
                            var begun = Stopwatch.GetTimestamp();
                            var id = string.Create(
                                CultureInfo.InvariantCulture,
                                $"{Environment.ProcessId}-{caller}-{i}"
                            );
                            await JournalLoad.PayAsync(journal, JournalLoad.Intent(id));
                            // Two calls: an intent and an outcome.
                            waits.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds / 2);
                        }
                    })
                )
        );
        var sorted = waits.Order().ToList();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{sorted.Count / clock.Elapsed.TotalSeconds, 8:N0} payments/s    a call waits {sorted[sorted.Count / 2]:N1} ms (median), "
                    + $"{sorted[sorted.Count * 99 / 100]:N1} ms (99 of 100), {sorted[^1]:N1} ms (longest)"
            )
        );
    }
}
