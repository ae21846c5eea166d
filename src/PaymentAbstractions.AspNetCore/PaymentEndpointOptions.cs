using System.Globalization;

namespace PaymentAbstractions;

/// <summary>The limits of an endpoint that anybody can call.</summary>
public sealed class PaymentEndpointOptions
{
    private const int FewestBytes = 1024;
    private const int MostBytes = 16 * 1024 * 1024;
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>The largest body, in bytes, 1 KiB to 16 MiB; what is larger is answered with 413.</summary>
    /// <value>Default 256 KiB.</value>
    public int MaxBodyBytes { get; set; } = 256 * 1024;

    /// <summary>How long the body may take to arrive, 1 second to 5 minutes; what is slower is answered with 408.</summary>
    /// <value>Default 10 seconds.</value>
    public TimeSpan BodyTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long a provider waits for the answer, 1 second to 5 minutes. Then it is answered with 503, and the reading that was begun goes on.
    /// </summary>
    /// <value>Default 20 seconds.</value>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <exception cref="PaymentConfigurationException">A limit is out of its range; all of them are listed.</exception>
    internal static PaymentEndpointOptions Of(Action<PaymentEndpointOptions>? configure)
    {
        var options = new PaymentEndpointOptions();
        configure?.Invoke(options);
        var problems = new ProblemList();
        Check(nameof(MaxBodyBytes), options.MaxBodyBytes, FewestBytes, MostBytes, problems);
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
