namespace PaymentAbstractions;

/// <summary>
/// How often a safe request is sent again, and when the circuit breaker pauses a failing gateway. These options never change which requests
/// are safe. The configuration keys have the same names, below <c>Payments:Resilience</c>.
/// </summary>
/// <remarks>
/// Set them with <c>services.Configure&lt;ResilienceOptions&gt;(...)</c>; code is applied after configuration. Not thread-safe; do not
/// change them after the application has started.
/// </remarks>
public sealed class ResilienceOptions
{
    /// <summary>The maximum number of retries of a write that is proven unsent or whose key the provider honors, 0 to 5.</summary>
    /// <value>Default 2.</value>
    public int MaxRetries { get; set; } = 2;

    /// <summary>The maximum number of retries of a failed look-up, 0 to 10.</summary>
    /// <value>Default 2.</value>
    public int MaxLookupRetries { get; set; } = 2;

    /// <summary>
    /// The delay before the first retry, 10 milliseconds to 10 seconds. It doubles with each retry and includes jitter, so that many
    /// processes do not retry at the same time. If the provider asks for a longer delay, that delay is used.
    /// </summary>
    /// <value>Default 200 milliseconds.</value>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>
    /// The longest delay that a provider's rate limit may request, up to 1 minute. A payment that would have to wait longer returns to the
    /// caller instead.
    /// </summary>
    /// <value>Default 10 seconds.</value>
    public TimeSpan MaxRateLimitWait { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The ratio of failures that opens the circuit breaker, 0 to 1; 0 disables it.</summary>
    /// <value>Default 0.5.</value>
    public double FailureRatio { get; set; } = 0.5;

    /// <summary>The time window in which failures are counted, 1 second to 10 minutes.</summary>
    /// <value>Default 30 seconds.</value>
    public TimeSpan SamplingDuration { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The minimum number of payments in that window before the circuit breaker may open, 2 to 10,000.</summary>
    /// <value>Default 20.</value>
    public int MinThroughput { get; set; } = 20;

    /// <summary>How long the circuit breaker stays open, 1 second to 10 minutes.</summary>
    /// <value>Default 15 seconds.</value>
    public TimeSpan BreakDuration { get; set; } = TimeSpan.FromSeconds(15);

    internal const string Key = "Resilience";

    internal static OptionTable<ResilienceOptions> Table { get; } =
        new OptionTable<ResilienceOptions>()
            .Whole(nameof(MaxRetries), one => one.MaxRetries, (one, value) => one.MaxRetries = value, 0, 5)
            .Whole(
                nameof(MaxLookupRetries),
                one => one.MaxLookupRetries,
                (one, value) => one.MaxLookupRetries = value,
                0,
                10
            )
            .Time(
                nameof(RetryDelay),
                one => one.RetryDelay,
                (one, time) => one.RetryDelay = time,
                TimeSpan.FromMilliseconds(10),
                TimeSpan.FromSeconds(10)
            )
            .Time(
                nameof(MaxRateLimitWait),
                one => one.MaxRateLimitWait,
                (one, time) => one.MaxRateLimitWait = time,
                TimeSpan.Zero,
                TimeSpan.FromMinutes(1)
            )
            .Share(nameof(FailureRatio), one => one.FailureRatio, (one, share) => one.FailureRatio = share)
            .Time(
                nameof(SamplingDuration),
                one => one.SamplingDuration,
                (one, time) => one.SamplingDuration = time,
                TimeSpan.FromSeconds(1),
                TimeSpan.FromMinutes(10)
            )
            .Whole(
                nameof(MinThroughput),
                one => one.MinThroughput,
                (one, value) => one.MinThroughput = value,
                2,
                10_000
            )
            .Time(
                nameof(BreakDuration),
                one => one.BreakDuration,
                (one, time) => one.BreakDuration = time,
                TimeSpan.FromSeconds(1),
                TimeSpan.FromMinutes(10)
            );
}
