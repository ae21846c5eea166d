using PaymentAbstractions.Journal;

namespace PaymentAbstractions.Chaos;

/// <summary>Reads a journal that its worker has let go.</summary>
internal static class JournalReading
{
    /// <returns>Everything that it knows of the orders; nothing when there is no journal.</returns>
    public static async Task<IReadOnlyList<JournalEntry>> ReadAllAsync(string folder, int orders)
    {
        if (!Directory.Exists(folder))
        {
            return [];
        }

        await using var journal = await FilePaymentJournal.OpenAsync(
            new FileJournalOptions { Path = folder, CompactInBackground = false }
        );
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
