namespace PaymentAbstractions.Journal;

// The times at which closed entries are looked up again, for each gateway. An entry that has changed since then is skipped when its time
// comes.
internal sealed partial class MemoryStore
{
    private readonly Dictionary<string, PriorityQueue<JournalKey, DateTimeOffset>> _checks = new(
        StringComparer.Ordinal
    );

    public IReadOnlyList<JournalEntry> TakeDueChecks(string gateway, int limit)
    {
        var due = new Dictionary<JournalKey, JournalEntry>();
        if (!_checks.TryGetValue(gateway, out var checks))
        {
            return [];
        }

        while (due.Count < limit && checks.TryPeek(out var key, out var at) && at <= Now)
        {
            checks.Dequeue();
            if (Find(key) is { } entry && entry.NextCheckAt == at)
            {
                due[key] = entry;
            }
        }

        return [.. due.Values];
    }

    private void AddCheck(JournalEntry entry, DateTimeOffset at)
    {
        var gateway = entry.Intent.Gateway;
        if (!_checks.TryGetValue(gateway, out var checks))
        {
            _checks[gateway] = checks = new PriorityQueue<JournalKey, DateTimeOffset>();
        }

        checks.Enqueue(entry.Key, at);
    }
}
