using Microsoft.Extensions.Configuration;

namespace PaymentAbstractions;

/// <summary>Reads <c>Payments:Resilience</c>.</summary>
internal static class ResilienceSection
{
    public const string Key = "Resilience";

    public static ResilienceSettings Read(IConfigurationSection payments, ProblemList problems)
    {
        var reader = new SectionReader(payments.GetSection(Key), problems);
        var usual = new ResilienceSettings();
        var settings = new ResilienceSettings
        {
            MaxRetries = reader.Whole(nameof(usual.MaxRetries), usual.MaxRetries, 0, 5),
            MaxLookupRetries = reader.Whole(nameof(usual.MaxLookupRetries), usual.MaxLookupRetries, 0, 10),
            RetryDelay = reader.Time(
                nameof(usual.RetryDelay),
                usual.RetryDelay,
                TimeSpan.FromMilliseconds(10),
                TimeSpan.FromSeconds(10)
            ),
            MaxRateLimitWait = reader.Time(
                nameof(usual.MaxRateLimitWait),
                usual.MaxRateLimitWait,
                TimeSpan.Zero,
                TimeSpan.FromMinutes(1)
            ),
            FailureRatio = reader.Share(nameof(usual.FailureRatio), usual.FailureRatio),
            SamplingDuration = reader.Time(
                nameof(usual.SamplingDuration),
                usual.SamplingDuration,
                TimeSpan.FromSeconds(1),
                TimeSpan.FromMinutes(10)
            ),
            MinimumThroughput = reader.Whole(nameof(usual.MinimumThroughput), usual.MinimumThroughput, 2, 10_000),
            BreakDuration = reader.Time(
                nameof(usual.BreakDuration),
                usual.BreakDuration,
                TimeSpan.FromSeconds(1),
                TimeSpan.FromMinutes(10)
            ),
        };
        reader.RefuseOthers();
        return settings;
    }
}
