namespace PaymentAbstractions;

/// <summary>When what is in doubt is looked up, and what is closed is looked up again.</summary>
internal sealed record RecoverySettings
{
    /// <summary>How often the journal is searched for what is due.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long after the last possible answer the first look-up waits.</summary>
    public TimeSpan Margin { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>The wait after a look-up that proved nothing; it doubles with each.</summary>
    public TimeSpan BackOff { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The longest wait between two look-ups.</summary>
    public TimeSpan LongestBackOff { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How long a resolution handler may take before it counts as failed.</summary>
    public TimeSpan HandlerTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How many attempts are looked up at a time.</summary>
    public int MaxConcurrency { get; init; } = 4;

    /// <summary>How long after it was closed a payment is looked up again, while its provider may change it; then the last one doubles.</summary>
    public IReadOnlyList<TimeSpan> CheckAfter { get; init; } =
    [TimeSpan.FromHours(1), TimeSpan.FromHours(6), TimeSpan.FromDays(1), TimeSpan.FromDays(2), TimeSpan.FromDays(4)];

    /// <summary>The most closed payments of one gateway that are looked up again in a minute.</summary>
    public int ChecksPerMinute { get; init; } = 20;
}
