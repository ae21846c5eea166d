namespace PaymentAbstractions;

/// <summary>What the scheme's rule leaves after a decline, by the tries that the journal knows of.</summary>
/// <remarks>Immutable and thread-safe, compares by value.</remarks>
public sealed record RetriesLeft
{
    /// <summary>How many more tries of the same card the rule leaves; zero or more.</summary>
    public required int Count { get; init; }

    /// <summary>
    /// When the time ends in which the tries are counted, after which they count anew; none where the rule leaves no try at all, whenever
    /// it is made.
    /// </summary>
    public DateTimeOffset? Until { get; init; }
}
