namespace PaymentAbstractions;

/// <summary>How many tries the scheme's rule allows after a decline, based on the tries in the journal.</summary>
/// <remarks>Instances are immutable, compare by value and are thread-safe.</remarks>
public sealed record RetriesLeft
{
    /// <summary>How many more tries of the same card the rule allows; zero or more.</summary>
    public required int Count { get; init; }

    /// <summary>
    /// The time until which the count applies; then the oldest counted try expires, and one more is allowed. <see langword="null"/> when
    /// the scheme forbids any other try of the card.
    /// </summary>
    public DateTimeOffset? Until { get; init; }
}
