namespace PaymentAbstractions;

/// <summary>
/// How often a safe request is sent again, and when a failing gateway is left alone. Nothing here makes more requests safe. Configuration names
/// the options as they are named here, below <c>Payments:Resilience</c>.
/// </summary>
/// <remarks>
/// Set them with <c>services.Configure&lt;ResilienceOptions&gt;(...)</c>; code is applied after configuration. Not thread-safe; do not change
/// them after the start.
/// </remarks>
public sealed class ResilienceOptions
{
    /// <summary>Further attempts to send a write that is proven unsent, or whose key the provider honors; 0 to 5.</summary>
    /// <value>Default 2.</value>
    public int MaxRetries { get; set; } = 2;

    /// <summary>Further attempts of a look-up that failed; 0 to 10.</summary>
    /// <value>Default 2.</value>
    public int MaxLookupRetries { get; set; } = 2;

    /// <summary>
    /// The wait before the first repeat, 10 milliseconds to 10 seconds. It doubles with each repeat and varies at random, so that many
    /// processes do not repeat at the same time. A provider that asks for a longer wait gets it.
    /// </summary>
    /// <value>Default 200 milliseconds.</value>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>
    /// The longest wait that a provider's rate limit may ask for, up to 1 minute; a payment that would have to wait longer is answered to the
    /// caller.
    /// </summary>
    /// <value>Default 10 seconds.</value>
    public TimeSpan MaxRateLimitWait { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The share of failures that opens the circuit breaker, 0 to 1; 0 switches it off.</summary>
    /// <value>Default 0.5.</value>
    public double FailureRatio { get; set; } = 0.5;

    /// <summary>The time over which failures are counted, 1 second to 10 minutes.</summary>
    /// <value>Default 30 seconds.</value>
    public TimeSpan SamplingDuration { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The number of payments in that time before the circuit breaker may open, 2 to 10,000.</summary>
    /// <value>Default 20.</value>
    public int MinThroughput { get; set; } = 20;

    /// <summary>How long the gateway is left alone, 1 second to 10 minutes.</summary>
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
