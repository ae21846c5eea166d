using System.Globalization;

namespace PaymentAbstractions;

/// <summary>The limits of an endpoint that anyone can call.</summary>
public sealed class PaymentEndpointOptions
{
    private const int FewestBytes = 1024;
    private const int MaxBytes = 16 * 1024 * 1024;
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>The maximum size of a body in bytes, 1 KiB to 16 MiB. A larger body is answered with 413.</summary>
    /// <value>Default 256 KiB.</value>
    public int MaxBodyBytes { get; set; } = 256 * 1024;

    /// <summary>The maximum time in which a body must arrive, 1 second to 5 minutes. A slower body is answered with 408.</summary>
    /// <value>Default 10 seconds.</value>
    public TimeSpan BodyTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// The maximum time that a provider waits for the answer, 1 second to 5 minutes. After that, the answer is 503, and work in progress
    /// continues.
    /// </summary>
    /// <value>Default 20 seconds.</value>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <exception cref="PaymentConfigurationException">A limit is out of range. All problems are listed.</exception>
    internal static PaymentEndpointOptions Of(Action<PaymentEndpointOptions>? configure)
    {
        var options = new PaymentEndpointOptions();
        configure?.Invoke(options);
        var problems = new ProblemList();
        Check(nameof(MaxBodyBytes), options.MaxBodyBytes, FewestBytes, MaxBytes, problems);
        Check(nameof(BodyTimeout), options.BodyTimeout, Shortest, Longest, problems);
        Check(nameof(Timeout), options.Timeout, Shortest, Longest, problems);
        return problems.Count == 0 ? options : throw new PaymentConfigurationException(problems);
    }

    private static void Check<T>(string name, T value, T least, T most, ProblemList problems)
        where T : IComparable<T>
    {
        if (value.CompareTo(least) < 0 || value.CompareTo(most) > 0)
        {
            problems.Add(
                $"{nameof(PaymentEndpointOptions)}:{name}",
                string.Create(CultureInfo.InvariantCulture, $"is {value}, and must be {least} to {most}.")
            );
        }
    }
}
