namespace PaymentAbstractions.Journal;

/// <summary>Where a journal keeps its entries. One call at a time has it; what a call writes is done whole or not at all.</summary>
internal interface IJournalStore : IEntryReader
{
    DateTimeOffset Now { get; }

    /// <summary>Decides about an intent, and writes the entry of one that starts.</summary>
    JournalDecision Begin(JournalIntent intent);

    /// <summary>Writes what was decided, when something was, and moves the entry in the lines for its guards.</summary>
    /// <returns>The same.</returns>
    JournalWrite Write(JournalWrite write, GuardChange guards);

    /// <summary>The closed entries of a gateway whose check is due, those that wait longest first. Each must be claimed in the same step.</summary>
    IReadOnlyList<JournalEntry> TakeDueChecks(string gateway, int limit);

    JournalCounts Count(GatewayEnvironment? environment);
}
