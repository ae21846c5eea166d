namespace PaymentAbstractions.Journal;

/// <summary>Reduces an old entry to the data that is needed to refuse or answer a repeat, and to add up amounts.</summary>
internal static class Tombstone
{
    public static JournalEntry Of(JournalEntry entry) =>
        entry with
        {
            IsTombstone = true,
            EarlierAttempts = [],
            Notifications = [],
            // Decisions of persons are kept.
            Revisions = [.. entry.Revisions.Where(one => one.Source == JournalResolutionSource.Person)],
            Intent = entry.Intent with { Hints = null, Guards = [], TraceParent = null },
            Outcome = entry.Outcome is { } outcome ? outcome with { Result = Strip(outcome.Result) } : null,
        };

    private static PaymentResult Strip(PaymentResult result) =>
        result with
        {
            Message = null,
            Provider = result.Provider with { Message = null, NetworkMessage = null },
            NextAction = null,
            Anomaly = null,
            Problems = [],
        };
}
