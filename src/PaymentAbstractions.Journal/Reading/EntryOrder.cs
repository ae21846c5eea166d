namespace PaymentAbstractions.Journal;

/// <summary>Oldest first, so that what is derived from several entries does not depend on how a journal finds them.</summary>
internal static class EntryOrder
{
    public static IEnumerable<JournalEntry> OldestFirst(this IEnumerable<JournalEntry> entries) =>
        entries
            .OrderBy(entry => entry.FirstStartedAt)
            .ThenBy(entry => entry.Intent.IdempotencyKey.Value, StringComparer.Ordinal)
            .ThenBy(entry => entry.Intent.Environment);
}
