namespace PaymentAbstractions;

/// <summary>How often a declined payment may be tried again with the same card.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record RetryAllowance
{
    /// <summary>No retry at all.</summary>
    public static RetryAllowance Nothing { get; } = new() { MaxRetries = 0, Window = TimeSpan.Zero };

    /// <summary>The most retries within <see cref="Window"/>, the first attempt not counted; zero or more.</summary>
    public required int MaxRetries { get; init; }

    /// <summary>The time in which the retries are counted, from the first attempt; at most 30 days, and zero when there is none to count.</summary>
    public required TimeSpan Window { get; init; }

    /// <summary>The most declines of the card within 24 hours, whatever the amounts; none where the scheme has no such rule.</summary>
    public int? MaxDeclinesPerDay { get; init; }
}
