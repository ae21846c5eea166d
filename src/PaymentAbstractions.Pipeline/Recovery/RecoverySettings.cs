namespace PaymentAbstractions;

/// <summary>When what is in doubt is looked up.</summary>
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
}
