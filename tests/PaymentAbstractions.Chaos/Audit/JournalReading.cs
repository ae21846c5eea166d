using PaymentAbstractions.Journal;

namespace PaymentAbstractions.Chaos;

/// <summary>Reads the entries of the orders from a journal.</summary>
internal static class JournalReading
{
    /// <returns>All entries of a journal that no worker uses any more; empty when there is no journal.</returns>
    public static async Task<IReadOnlyList<JournalEntry>> ReadAllAsync(string place, int orders)
    {
        if (!WorkerHost.IsServer(place) && !Directory.Exists(place))
        {
            return [];
        }

        await using var journal = await WorkerHost.OpenAsync(place, TimeProvider.System, isShifted: false);
        return await ReadAllAsync(journal, orders);
    }

    public static async Task<IReadOnlyList<JournalEntry>> ReadAllAsync(IPaymentJournal journal, int orders)
    {
        var entries = new List<JournalEntry>();
        foreach (var key in Enumerable.Range(0, orders).Select(OrderPlan.NumberOf).SelectMany(OrderKey.AllOf))
        {
            if (await journal.FindAsync(key.ToJournalKey()) is { } entry)
            {
                entries.Add(entry);
            }
        }

        return entries;
    }
}
