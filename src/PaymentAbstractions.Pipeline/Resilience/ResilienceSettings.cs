namespace PaymentAbstractions;

/// <summary>How often what is safe is tried again, and when a failing gateway is left alone. Nothing here makes more safe.</summary>
internal sealed record ResilienceSettings
{
    /// <summary>Further tries of a write that is proven unsent, or whose key the provider honors.</summary>
    public int MaxRetries { get; init; } = 2;

    /// <summary>Further tries of a look-up that failed.</summary>
    public int MaxLookupRetries { get; init; } = 2;

    /// <summary>The wait before the first further try; it doubles with each.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>The longest wait that a provider's rate limit may ask for; a longer one is answered to the caller.</summary>
    public TimeSpan MaxRateLimitWait { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Which share of failures opens the circuit breaker; zero switches it off.</summary>
    public double FailureRatio { get; init; } = 0.5;

    /// <summary>Over how long failures are counted.</summary>
    public TimeSpan SamplingDuration { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The fewest calls in that time before the breaker may open.</summary>
    public int MinimumThroughput { get; init; } = 20;

    /// <summary>How long the gateway is left alone.</summary>
    public TimeSpan BreakDuration { get; init; } = TimeSpan.FromSeconds(15);
}
