using PaymentAbstractions.Journal;

namespace PaymentAbstractions.Chaos;

/// <summary>Checks that the application received the last revision of every payment that was resolved later.</summary>
internal static class Hearing
{
    /// <param name="entries">All entries of the journal.</param>
    /// <param name="heard">The last revision of each key that a handler has recorded.</param>
    /// <param name="unpublished">The keys that the journal itself lists as unpublished.</param>
    public static IEnumerable<Finding> Check(
        IReadOnlyList<JournalEntry> entries,
        IReadOnlyDictionary<string, long> heard,
        IReadOnlyList<string> unpublished
    )
    {
        var listed = unpublished.ToHashSet(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            var key = entry.Intent.IdempotencyKey.Value;
            var isWaiting = listed.Remove(key) || entry.IsUnpublished;
            var last = heard.GetValueOrDefault(key, -1);
            // An attempt that began in the meantime is published with its own outcome; until then it is listed as unresolved.
            if (entry.Outcome is not null && (isWaiting || (MustBeHeard(entry) && last < entry.Revision)))
            {
                yield return new Finding(
                    FindingKind.Unheard,
                    ChaosGateway.Named(entry.Intent.Gateway).IsRebilly,
                    OrderKey.Parse(key)?.Order ?? "",
                    $"{key} is {entry.Outcome?.Outcome} at revision {entry.Revision}, published is {entry.PublishedRevision}, "
                        + $"heard was {last}: {string.Join(", ", entry.Revisions.Select(Describe))}"
                );
            }
        }

        foreach (var key in listed)
        {
            yield return new Finding(
                FindingKind.Unheard,
                true,
                "",
                $"{key} is unpublished and in no entry of an order"
            );
        }
    }

    // The last change may be older than the answer to another attempt, which the caller of that attempt received directly.
    private static bool MustBeHeard(JournalEntry entry) =>
        entry.Revisions.Count > 0
        && entry.Revisions[^1] is var last
        && last.Number == entry.Revision
        // A late answer that leaves the entry unresolved is not published.
        && last is not { Source: JournalResolutionSource.LateAnswer, To: PaymentOutcome.Unknown };

    private static string Describe(JournalRevision one) => $"{one.Number} {one.Source} {one.From} to {one.To}";
}
