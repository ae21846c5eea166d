namespace PaymentAbstractions;

/// <summary>Collects what is wrong with the options of one gateway, each problem with its key path.</summary>
/// <remarks>Not thread-safe.</remarks>
public sealed class OptionsProblems
{
    private readonly string _path;
    private readonly ConfigurationProblems _problems;

    internal OptionsProblems(string path, ConfigurationProblems problems)
    {
        _path = path;
        _problems = problems;
    }

    /// <summary>Adds a problem, unless binding has reported the same key already.</summary>
    /// <param name="key">The option.</param>
    /// <param name="message">What is wrong and how to fix it. Never the value of a secret.</param>
    public void Add(string key, string message) => _problems.AddUnlessReported($"{_path}:{key}", message);
}
