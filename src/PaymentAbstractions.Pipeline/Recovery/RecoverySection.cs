using Microsoft.Extensions.Configuration;

namespace PaymentAbstractions;

/// <summary>Reads <c>Payments:Recovery</c>.</summary>
internal static class RecoverySection
{
    public const string Key = "Recovery";

    private const int MostChecks = 20;

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public static RecoverySettings Read(IConfigurationSection payments, ProblemList problems)
    {
        var reader = new SectionReader(payments.GetSection(Key), problems);
        var usual = new RecoverySettings();
        var settings = new RecoverySettings
        {
            Interval = reader.Time(nameof(usual.Interval), usual.Interval, TimeSpan.FromSeconds(1), Day),
            Margin = reader.Time(nameof(usual.Margin), usual.Margin, TimeSpan.FromSeconds(10), Day),
            BackOff = reader.Time(nameof(usual.BackOff), usual.BackOff, TimeSpan.FromSeconds(1), Day),
            LongestBackOff = reader.Time(
                nameof(usual.LongestBackOff),
                usual.LongestBackOff,
                TimeSpan.FromSeconds(1),
                Day
            ),
            HandlerTimeout = reader.Time(
                nameof(usual.HandlerTimeout),
                usual.HandlerTimeout,
                TimeSpan.FromSeconds(1),
                TimeSpan.FromHours(1)
            ),
            MaxConcurrency = reader.Whole(nameof(usual.MaxConcurrency), usual.MaxConcurrency, 1, 64),
            CheckAfter = reader.Times(
                nameof(usual.CheckAfter),
                usual.CheckAfter,
                TimeSpan.FromMinutes(1),
                TimeSpan.FromDays(366),
                MostChecks
            ),
            ChecksPerMinute = reader.Whole(nameof(usual.ChecksPerMinute), usual.ChecksPerMinute, 1, 10_000),
        };
        if (settings.LongestBackOff < settings.BackOff)
        {
            reader.Problem(
                nameof(usual.LongestBackOff),
                $"({settings.LongestBackOff}) must not be shorter than {nameof(usual.BackOff)} ({settings.BackOff})."
            );
        }

        reader.RefuseOthers();
        return settings;
    }
}
