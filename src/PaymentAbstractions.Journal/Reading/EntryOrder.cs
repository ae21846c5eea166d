namespace PaymentAbstractions.Journal;

/// <summary>Sorts entries, oldest first, so that results from several entries do not depend on how a journal finds them.</summary>
internal static class EntryOrder
{
    public static List<JournalEntry> OldestFirst(this IEnumerable<JournalEntry> entries)
    {
        var sorted = entries.ToList();
        sorted.Sort(Compare);
        return sorted;
    }

    // No two entries have the same key and environment, so that every order is complete.
    private static int Compare(JournalEntry one, JournalEntry other)
    {
        var byTime = one.FirstStartedAt.CompareTo(other.FirstStartedAt);
        var byKey =
            byTime != 0
                ? byTime
                : string.CompareOrdinal(one.Intent.IdempotencyKey.Value, other.Intent.IdempotencyKey.Value);
        return byKey != 0 ? byKey : one.Intent.Environment - other.Intent.Environment;
    }
}
