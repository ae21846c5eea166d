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

    JournalCounts Count(GatewayEnvironment? environment);
}
