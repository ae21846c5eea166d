namespace PaymentAbstractions.Journal;

/// <summary>The storage of a journal. One call at a time uses it; a call's writes are all recorded or none.</summary>
internal interface IJournalStore : IEntryReader
{
    DateTimeOffset Now { get; }

    /// <summary>Decides about an intent, and writes the entry if it starts.</summary>
    /// <param name="intent">The intent.</param>
    /// <param name="nonce">Identifies the attempt; the same when the call is repeated.</param>
    JournalDecision Begin(JournalIntent intent, string nonce);

    /// <summary>Writes a decision, if there is something to write, and moves the entry in the queues for its guards.</summary>
    /// <returns>The same result.</returns>
    JournalWrite Write(JournalWrite write, GuardChange guards);

    /// <summary>
    /// Finds the closed entries of a gateway whose check is due, the longest waiting first. Each must be claimed in the same step.
    /// </summary>
    IReadOnlyList<JournalEntry> TakeDueChecks(string gateway, int limit);

    /// <summary>Finds the latest entries of a payment method since a given time.</summary>
    IEnumerable<JournalEntry> FindByMethod(
        GatewayEnvironment environment,
        string methodFingerprint,
        DateTimeOffset since,
        int limit
    );

    JournalCounts Count(GatewayEnvironment? environment);
}
