namespace PaymentAbstractions.Allocations;

/// <summary>The journal below the calls. There is always one; the journal in memory is the least that a call can have.</summary>
public enum JournalKind
{
    /// <summary>The journal of the process alone.</summary>
    InMemory,

    /// <summary>A SQLite file.</summary>
    Sqlite,
}
