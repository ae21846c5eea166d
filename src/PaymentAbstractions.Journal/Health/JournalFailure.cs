namespace PaymentAbstractions.Journal;

/// <summary>The reason why nothing could be recorded.</summary>
/// <remarks>Instances are immutable and compare by value.</remarks>
public sealed record JournalFailure
{
    /// <summary>The kind of failure.</summary>
    public required JournalFailureKind Kind { get; init; }

    /// <summary>One sentence for people. It names the file or database, and contains no secret and no card data.</summary>
    public required string Message { get; init; }
}
