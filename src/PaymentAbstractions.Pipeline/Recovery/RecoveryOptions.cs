namespace PaymentAbstractions;

/// <summary>
/// When payments with an unknown outcome are looked up, and when closed payments are looked up again. The configuration keys have the same
/// names, below <c>Payments:Recovery</c>.
/// </summary>
/// <remarks>
/// Set them with <c>services.Configure&lt;RecoveryOptions&gt;(...)</c>; code is applied after configuration. Not thread-safe; do not change
/// them after the application has started.
/// </remarks>
public sealed class RecoveryOptions
{
    /// <summary>How often the journal is searched for payments that are due, 1 second to 1 day.</summary>
    /// <value>Default 30 seconds.</value>
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long after the last possible answer the first look-up starts, 10 seconds to 1 day.</summary>
    /// <value>Default 2 minutes.</value>
    public TimeSpan Margin { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>The wait after a look-up that proved nothing, 1 second to 1 day; it doubles with each look-up.</summary>
    /// <value>Default 1 minute.</value>
    public TimeSpan BackOff { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The longest wait between two look-ups, 1 second to 1 day and not shorter than <see cref="BackOff"/>.</summary>
    /// <value>Default 1 hour.</value>
    public TimeSpan MaxBackOff { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long an <see cref="IPaymentResolutionHandler"/> may take before it counts as failed, 1 second to 1 hour.</summary>
    /// <value>Default 30 seconds.</value>
    public TimeSpan HandlerTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How many payments are looked up at the same time, 1 to 64.</summary>
    /// <value>Default 4.</value>
    public int MaxConcurrency { get; set; } = 4;

    /// <summary>
    /// How long after it was closed a payment is checked again, while its provider may still change it: 1 to 20 values of 1 minute to
    /// 366 days, each longer than the one before. After the last value the delay doubles.
    /// </summary>
    /// <value>Default 1 hour, 6 hours, 1 day, 2 days and 4 days.</value>
    public IReadOnlyList<TimeSpan> CheckAfter { get; set; } =
    [TimeSpan.FromHours(1), TimeSpan.FromHours(6), TimeSpan.FromDays(1), TimeSpan.FromDays(2), TimeSpan.FromDays(4)];

    /// <summary>The maximum number of closed payments of one gateway that are checked again per minute, 1 to 10,000.</summary>
    /// <value>Default 20.</value>
    public int MaxChecksPerMinute { get; set; } = 20;

    internal const string Key = "Recovery";

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    internal static OptionTable<RecoveryOptions> Table { get; } =
        new OptionTable<RecoveryOptions>()
            .Time(nameof(Interval), one => one.Interval, (one, time) => one.Interval = time, Second, Day)
            .Time(nameof(Margin), one => one.Margin, (one, time) => one.Margin = time, TimeSpan.FromSeconds(10), Day)
            .Time(nameof(BackOff), one => one.BackOff, (one, time) => one.BackOff = time, Second, Day)
            .Time(nameof(MaxBackOff), one => one.MaxBackOff, (one, time) => one.MaxBackOff = time, Second, Day)
            .Time(
                nameof(HandlerTimeout),
                one => one.HandlerTimeout,
                (one, time) => one.HandlerTimeout = time,
                Second,
                TimeSpan.FromHours(1)
            )
            .Whole(nameof(MaxConcurrency), one => one.MaxConcurrency, (one, value) => one.MaxConcurrency = value, 1, 64)
            .Times(
                nameof(CheckAfter),
                one => one.CheckAfter,
                (one, times) => one.CheckAfter = times,
                TimeSpan.FromMinutes(1),
                TimeSpan.FromDays(366),
                maxCount: 20
            )
            .Whole(
                nameof(MaxChecksPerMinute),
                one => one.MaxChecksPerMinute,
                (one, value) => one.MaxChecksPerMinute = value,
                1,
                10_000
            )
            .Rule(
                nameof(MaxBackOff),
                one =>
                    one.MaxBackOff < one.BackOff
                        ? $"({one.MaxBackOff}) must not be shorter than {nameof(BackOff)} ({one.BackOff})."
                        : null
            );
}
