namespace PaymentAbstractions.Journal;

/// <summary>Whether attempts can start, and the reason if they cannot.</summary>
/// <remarks>Instances are immutable and compare by value.</remarks>
public sealed record JournalHealth
{
    /// <summary>Whether attempts can start. A journal that cannot make an intent durable sends nothing.</summary>
    public required bool IsOpenForSends { get; init; }

    /// <summary>
    /// The last failure: the one that closed the journal, or one that it has recovered from. <see langword="null"/> when there was none.
    /// </summary>
    public JournalFailure? LastFailure { get; init; }

    /// <summary>
    /// For people: what will close the journal if it continues, for example that it is nearly full. <see langword="null"/> when there is no
    /// warning.
    /// </summary>
    public string? Warning { get; init; }
}
