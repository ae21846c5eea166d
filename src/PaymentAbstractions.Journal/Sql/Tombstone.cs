namespace PaymentAbstractions.Journal;

/// <summary>What stays of an old entry: enough to refuse a repeat, to answer it, and to add up amounts.</summary>
internal static class Tombstone
{
    public static JournalEntry Of(JournalEntry entry) =>
        entry with
        {
            IsTombstone = true,
            EarlierAttempts = [],
            Notifications = [],
            // What a person decided stays on record.
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
