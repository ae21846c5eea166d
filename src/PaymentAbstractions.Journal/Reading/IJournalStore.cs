namespace PaymentAbstractions.Journal;

/// <summary>Where a journal keeps its entries. One call at a time has it; what a call writes is done whole or not at all.</summary>
internal interface IJournalStore : IEntryReader
{
    DateTimeOffset Now { get; }

    /// <summary>Decides about an intent, and writes the entry of one that starts.</summary>
    /// <param name="intent">What is about to be sent.</param>
    /// <param name="nonce">What the attempt is told from others by; the same when the call is done again.</param>
    JournalDecision Begin(JournalIntent intent, string nonce);

    /// <summary>Writes what was decided, when something was, and moves the entry in the lines for its guards.</summary>
    /// <returns>The same.</returns>
    JournalWrite Write(JournalWrite write, GuardChange guards);

    /// <summary>
    /// The closed entries of a gateway whose check is due, those that wait longest first. Each must be claimed in the same step.
    /// </summary>
    IReadOnlyList<JournalEntry> TakeDueChecks(string gateway, int limit);

    /// <summary>The latest entries of a payment method since a time.</summary>
    IEnumerable<JournalEntry> FindByMethod(
        GatewayEnvironment environment,
        string methodFingerprint,
        DateTimeOffset since,
        int limit
    );

    JournalCounts Count(GatewayEnvironment? environment);
}
