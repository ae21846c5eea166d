namespace PaymentAbstractions.Journal;

/// <summary>Sorts entries, oldest first, so that results from several entries do not depend on how a journal finds them.</summary>
internal static class EntryOrder
{
    public static IEnumerable<JournalEntry> OldestFirst(this IEnumerable<JournalEntry> entries) =>
        entries
            .OrderBy(entry => entry.FirstStartedAt)
            .ThenBy(entry => entry.Intent.IdempotencyKey.Value, StringComparer.Ordinal)
            .ThenBy(entry => entry.Intent.Environment);
}
