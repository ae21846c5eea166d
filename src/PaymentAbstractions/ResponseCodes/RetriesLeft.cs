namespace PaymentAbstractions;

/// <summary>What the scheme's rule leaves after a decline, by the tries that the journal knows of.</summary>
/// <remarks>Immutable and thread-safe, compares by value.</remarks>
public sealed record RetriesLeft
{
    /// <summary>How many more tries of the same card the rule leaves; zero or more.</summary>
    public required int Count { get; init; }

    /// <summary>
    /// Until when that holds: then the oldest of the counted tries is forgotten, and there is one more. None when the scheme forbids any
    /// other try of the card.
    /// </summary>
    public DateTimeOffset? Until { get; init; }
}
