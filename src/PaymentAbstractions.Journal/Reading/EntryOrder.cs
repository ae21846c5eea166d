namespace PaymentAbstractions.Journal;

/// <summary>Sorts entries, oldest first, so that results from several entries do not depend on how a journal finds them.</summary>
internal static class EntryOrder
{
    public static List<JournalEntry> OldestFirst(this IEnumerable<JournalEntry> entries) =>
        entries.ToList().SortOldestFirst();

    /// <summary>Sorts a list itself.</summary>
    /// <returns>The same list.</returns>
    public static List<JournalEntry> SortOldestFirst(this List<JournalEntry> entries)
    {
        if (entries.Count > 1)
        {
            // The order is total, so it does not matter that the sort is not stable.
            entries.Sort(Compare);
        }

        return entries;
    }

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
