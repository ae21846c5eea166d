namespace PaymentAbstractions.Journal;

/// <summary>Why something could not be recorded.</summary>
/// <remarks>Instances are immutable and compare by value.</remarks>
public sealed record JournalFailure
{
    /// <summary>What failed.</summary>
    public required JournalFailureKind Kind { get; init; }

    /// <summary>One sentence for people; names the file, no secret, no card data.</summary>
    public required string Message { get; init; }
}
