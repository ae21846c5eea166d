using System.Globalization;

namespace PaymentAbstractions;

/// <summary>The thresholds of the health checks for payments.</summary>
/// <remarks>Not thread-safe. Read once, when the checks are added.</remarks>
public sealed class PaymentHealthOptions
{
    private static readonly TimeSpan MinDoubtAge = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan MaxDoubtAge = TimeSpan.FromDays(365);
    private static readonly TimeSpan MinFailureWindow = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan MaxFailureWindow = TimeSpan.FromDays(1);
    private static readonly TimeSpan MinTimeout = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan MaxTimeout = TimeSpan.FromMinutes(5);

    /// <summary>The age at which the oldest unresolved payment makes the check degraded, 1 minute to 365 days.</summary>
    /// <value>Default 30 minutes.</value>
    public TimeSpan DegradedDoubtAge { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>
    /// The age at which the oldest unresolved payment makes the check fail, at least <see cref="DegradedDoubtAge"/> and at most 365 days.
    /// </summary>
    /// <value>Default 12 hours.</value>
    public TimeSpan UnhealthyDoubtAge { get; set; } = TimeSpan.FromHours(12);

    /// <summary>
    /// Whether <see cref="PaymentOutcome.Pending"/> payments count as unresolved. They wait for the customer or the provider, a bank
    /// transfer for days.
    /// </summary>
    /// <value>Default <see langword="false"/>.</value>
    public bool IncludePending { get; set; }

    /// <summary>How long a gateway's failure makes the check degraded if the gateway has not answered since, 10 seconds to 1 day.</summary>
    /// <value>Default 5 minutes.</value>
    public TimeSpan FailureWindow { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The timeout of a check, after which it reports a failure, 100 milliseconds to 5 minutes.</summary>
    /// <value>Default 5 seconds.</value>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <exception cref="PaymentConfigurationException">An option is out of range. All problems are listed.</exception>
    internal static PaymentHealthOptions Of(Action<PaymentHealthOptions>? configure)
    {
        var options = new PaymentHealthOptions();
        configure?.Invoke(options);
        var problems = new ProblemList();
        Check(nameof(DegradedDoubtAge), options.DegradedDoubtAge, MinDoubtAge, MaxDoubtAge, problems);
        Check(nameof(UnhealthyDoubtAge), options.UnhealthyDoubtAge, MinDoubtAge, MaxDoubtAge, problems);
        Check(nameof(FailureWindow), options.FailureWindow, MinFailureWindow, MaxFailureWindow, problems);
        Check(nameof(Timeout), options.Timeout, MinTimeout, MaxTimeout, problems);
        if (options.UnhealthyDoubtAge < options.DegradedDoubtAge)
        {
            problems.Add(
                $"{nameof(PaymentHealthOptions)}:{nameof(UnhealthyDoubtAge)}",
                $"must be at least {nameof(DegradedDoubtAge)}."
            );
        }

        return problems.Count == 0 ? options : throw new PaymentConfigurationException(problems);
    }

    private static void Check(string name, TimeSpan value, TimeSpan min, TimeSpan max, ProblemList problems)
    {
        if (value < min || value > max)
        {
            problems.Add(
                $"{nameof(PaymentHealthOptions)}:{name}",
                string.Create(CultureInfo.InvariantCulture, $"is {value}, and must be {min} to {max}.")
            );
        }
    }
}
