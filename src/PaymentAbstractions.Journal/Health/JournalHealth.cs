namespace PaymentAbstractions.Journal;

/// <summary>Whether attempts may begin, and if not, why.</summary>
/// <remarks>Instances are immutable and compare by value.</remarks>
public sealed record JournalHealth
{
    /// <summary>Whether attempts may begin. A journal that cannot make an intent durable sends nothing.</summary>
    public required bool IsOpenForSends { get; init; }

    /// <summary>The last failure: what closed the journal, or what it got over since. None when there was none.</summary>
    public JournalFailure? LastFailure { get; init; }

    /// <summary>What will close the journal if it goes on, for people: one that is nearly full says so. None when all is well.</summary>
    public string? Warning { get; init; }
}
