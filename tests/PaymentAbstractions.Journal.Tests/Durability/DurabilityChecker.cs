namespace PaymentAbstractions.Journal.Tests;

/// <summary>
/// Lets a journal work on a recording disk, cuts the power at every operation, starts again on what may be left, and compares.
/// Goes on from some of the images, so that recovery itself is cut short too.
/// </summary>
internal sealed class DurabilityChecker(int seed, SyncSite? ignored)
{
    private readonly Random _random = new(seed);

    /// <summary>How many possible disks were looked at.</summary>
    public int Images { get; private set; }

    /// <summary>Runs rounds until something is found.</summary>
    /// <returns>What is wrong; null when nothing is.</returns>
    public async Task<string?> RunAsync(int rounds)
    {
        for (var round = 0; round < rounds; round++)
        {
            var disk = new RecordingDisk();
            var ledger = new Ledger();
            for (var generation = 0; generation < 3; generation++)
            {
                await WorkAsync(disk, ledger, $"{round}-{generation}");
                for (var operations = 0; operations <= disk.Count; operations++)
                {
                    if (await CheckAsync(disk, operations, ledger) is { } found)
                    {
                        return $"round {round}, start {generation}, power lost after operation {operations}: {found}";
                    }
                }

                // The next generation starts on what one more loss of power left, and inherits what was answered.
                var image = PowerLoss.After(disk.Start, disk.Operations, _random, ignored);
                ledger = await ledger.InheritAsync(image);
                disk = new RecordingDisk(image);
            }
        }

        return null;
    }

    private async Task WorkAsync(RecordingDisk disk, Ledger ledger, string prefix)
    {
        // The first process is killed without closing anything: the second one starts on its page cache.
        var first = await Journals.OpenAsync(disk);
        await ledger.WorkAsync(first, disk, prefix + "-a", _random, payments: 6);
        disk.Unlock();
        await using var second = await Journals.OpenAsync(disk);
        await ledger.WorkAsync(second, disk, prefix + "-b", _random, payments: 8);
        await second.CompactAsync();
        await ledger.WorkAsync(second, disk, prefix + "-c", _random, payments: 3);
    }

    private async Task<string?> CheckAsync(RecordingDisk disk, int operations, Ledger ledger)
    {
        Images++;
        var image = PowerLoss.After(disk.Start, disk.Operations.Take(operations), _random, ignored);
        try
        {
            await using var journal = await Journals.OpenAsync(new RecordingDisk(image));
            return await ledger.CompareAsync(journal, operations);
        }
        catch (Exception exception) when (exception is PaymentException or IOException)
        {
            return "the journal does not start: " + exception.Message;
        }
    }
}
