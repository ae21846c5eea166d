using Microsoft.Data.Sqlite;
using PaymentAbstractions.Journal.Sqlite;
using PaymentAbstractions.Testing;

namespace PaymentAbstractions.Journal.Tests;

/// <summary>
/// Runs journals on a recorded folder, cuts the power at many of the operations, opens the files that may be left, and compares. Each
/// generation starts with the files that a loss of power or the end of a process left of the previous one, so that recovery is cut
/// short too.
/// </summary>
/// <param name="seed">Determines everything except the order of the threads.</param>
/// <param name="synchronous">The synchronous mode of the recorded journals.</param>
/// <param name="isHonored">Selects the syncs that have an effect; null for all.</param>
/// <param name="syncsFail">Whether some of the syncs fail and report the failure.</param>
internal sealed class PowerLossChecker(
    int seed,
    SqliteSynchronous synchronous = SqliteSynchronous.Full,
    Predicate<VfsOperation>? isHonored = null,
    bool syncsFail = false
)
{
    private const int Orders = 24;
    private const int Generations = 3;
    private const int PagesPerCheckpoint = 60;
    private const int SyncFailed = 10 | (4 << 8);

    private readonly Random _random = new(seed);
    private PowerLossDisk _disk = new(new Random(seed), isHonored ?? (static _ => true));
    private int _endedAfter;

    /// <summary>The number of simulated disks after a loss of power that were checked.</summary>
    public int Images { get; private set; }

    /// <summary>The number of recorded operations.</summary>
    public int Operations { get; private set; }

    /// <summary>The number of answered payments.</summary>
    public int Payments { get; private set; }

    /// <summary>How often the log was restarted after all of it had been written back.</summary>
    public int LogResets { get; private set; }

    /// <summary>Runs all generations until a difference is found.</summary>
    /// <param name="cuts">The number of operations in each generation after which the power is cut.</param>
    /// <returns>The difference; null when there is none.</returns>
    public async Task<string?> RunAsync(int cuts)
    {
        var ledger = new PaymentLedger();
        for (var generation = 0; generation < Generations; generation++)
        {
            (var found, ledger, var operations) = await WorkAsync(ledger, $"{generation}");
            found ??= await CheckAsync(operations, ledger, cuts);
            if (found is not null)
            {
                return $"generation {generation}, {found}";
            }
        }

        return null;
    }

    private async Task<(string? Found, PaymentLedger Ledger, List<VfsOperation> Operations)> WorkAsync(
        PaymentLedger before,
        string prefix
    )
    {
        using var folder = new RecordedFolder(_disk.AfterKill());
        await using var journal = await OpenAsync(folder.Path, TuningOf(folder));
        if (await before.CompareAsync(journal, _endedAfter) is { } lost)
        {
            return ($"the next process starts: {lost}", before, []);
        }

        var ledger = await before.InheritAsync(journal, folder.Recording, _endedAfter);
        if (syncsFail)
        {
            var chance = new Random(seed);
            folder.Recording.Fault = one => one.Kind == VfsOperationKind.Sync && chance.Next(4) == 0 ? SyncFailed : 0;
        }

        await ledger.PayAsync(journal, folder.Recording, prefix, _random, Orders);
        await journal.DisposeAsync();
        var operations = folder.Recording.Operations;
        Payments += ledger.Payments;
        Operations += operations.Count;
        LogResets += operations.Count(one => one is { IsLog: true, Offset: 0, Kind: VfsOperationKind.Write });
        return (null, ledger, operations);
    }

    private async Task<string?> CheckAsync(List<VfsOperation> operations, PaymentLedger ledger, int cuts)
    {
        var chosen = Choose(operations, cuts);
        _endedAfter = chosen[_random.Next(chosen.Count / 2, chosen.Count)];
        var next = _disk;
        var done = 0;
        foreach (var cut in chosen)
        {
            for (; done < cut; done++)
            {
                _disk.Apply(operations[done]);
            }

            next = cut == _endedAfter ? _disk.Clone() : next;
            var found =
                await CheckAsync(_disk.AfterPowerLoss(), ledger, cut)
                ?? (_random.Next(3) == 0 ? await CheckKilledAsync(ledger, cut) : null);
            if (found is not null)
            {
                return $"power lost after operation {cut} of {operations.Count}: {found}";
            }
        }

        _disk = next;
        // Opening writes back what is left of a failed sync, and nothing can protect that from another loss of power.
        if (syncsFail || _random.Next(2) == 0)
        {
            _disk.Restart(_disk.AfterPowerLoss());
        }

        return null;
    }

    // An answer that is given too early is most likely near a sync, so half of the places are next to one.
    private List<int> Choose(List<VfsOperation> operations, int cuts)
    {
        List<int> syncs =
        [
            .. Enumerable.Range(0, operations.Count).Where(i => operations[i].Kind == VfsOperationKind.Sync),
        ];
        var chosen = new HashSet<int> { operations.Count };
        for (var i = 0; i < cuts; i++)
        {
            chosen.Add(
                _random.Next(2) == 0
                    ? _random.Next(operations.Count)
                    : syncs[_random.Next(syncs.Count)] + _random.Next(2)
            );
        }

        return [.. chosen.Order()];
    }

    // Another process continues and answers with what it reads, and then the power is lost.
    private async Task<string?> CheckKilledAsync(PaymentLedger ledger, int cut)
    {
        var disk = _disk.Clone();
        var content = disk.AfterKill();
        using var folder = new RecordedFolder(content);
        PaymentLedger heir;
        List<VfsOperation> operations;
        await using (var journal = await OpenAsync(folder.Path, TuningOf(folder)))
        {
            heir = await ledger.InheritAsync(journal, folder.Recording, cut);
            operations = folder.Recording.Operations;
        }

        operations.ForEach(disk.Apply);
        var found = await CheckAsync(disk.AfterPowerLoss(), heir, operations.Count);
        return found is null ? null : $"and a process was killed before: {found}";
    }

    private async Task<string?> CheckAsync(DiskContent content, PaymentLedger ledger, int operations)
    {
        Images++;
        var folder = Directory.CreateTempSubdirectory("image-");
        try
        {
            content.WriteTo(folder);
            var path = Path.Combine(folder.FullName, RecordedFolder.FileName);
            return await ReadAsync(path, ledger, operations) ?? DamageOf(path);
        }
        catch (Exception exception) when (exception is PaymentException or SqliteException)
        {
            return "it fails: " + exception.Message;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // The power does not fail for the reader, so it need not sync.
    private static async Task<string?> ReadAsync(string path, PaymentLedger ledger, int operations)
    {
        await using var journal = await OpenAsync(path, new SqliteTuning { Synchronous = SqliteSynchronous.Off });
        if (await ledger.CompareAsync(journal, operations) is { } lost)
        {
            return lost;
        }

        var next = await journal.BeginAsync(Some.Sale("next", "order-next"));
        return next.IsStarted ? null : $"it does not go on: {next}";
    }

    private static string? DamageOf(string path)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        var found = (string)command.ExecuteScalar()!;
        return found == "ok" ? null : "it is damaged: " + found;
    }

    private SqliteTuning TuningOf(RecordedFolder folder) =>
        new()
        {
            Vfs = folder.Vfs,
            Synchronous = synchronous,
            PagesPerCheckpoint = PagesPerCheckpoint,
        };

    private static Task<SqlitePaymentJournal> OpenAsync(string path, SqliteTuning tuning) =>
        SqlitePaymentJournal.OpenAsync(
            new SqliteJournalOptions { Path = path },
            tuning,
            new ManualTimeProvider(Some.Now),
            TestContext.Current.CancellationToken
        );
}
