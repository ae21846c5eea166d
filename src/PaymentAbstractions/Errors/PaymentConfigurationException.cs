namespace PaymentAbstractions;

/// <summary>Thrown when the configuration is not valid. It lists every problem of every gateway with its key path.</summary>
public sealed class PaymentConfigurationException : PaymentException
{
    /// <summary>Creates the exception for a list of problems.</summary>
    /// <param name="problems">
    /// At least one problem, each starting with its key path. A problem must not contain the value of a secret.
    /// </param>
    /// <exception cref="ArgumentException"><paramref name="problems"/> is empty.</exception>
    public PaymentConfigurationException(IReadOnlyList<string> problems)
        : base(Describe(problems))
    {
        Problems = [.. problems];
    }

    /// <summary>Creates the exception for collected problems.</summary>
    /// <param name="problems">At least one problem, whose field is the key path.</param>
    /// <exception cref="ArgumentException"><paramref name="problems"/> is empty.</exception>
    public PaymentConfigurationException(ProblemList problems)
        : this([.. (problems ?? throw new ArgumentNullException(nameof(problems))).Problems.Select(one => $"{one}")])
    { }

    /// <summary>Every problem, each starting with its key path.</summary>
    public IReadOnlyList<string> Problems { get; }

    private static string Describe(IReadOnlyList<string> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        if (problems.Count == 0)
        {
            throw new ArgumentException("At least one problem is required.", nameof(problems));
        }

        var lines = string.Join(Environment.NewLine, problems.Select(problem => "  - " + problem));
        return $"The payment configuration has {problems.Count} problem(s):{Environment.NewLine}{lines}";
    }
}
