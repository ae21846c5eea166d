namespace PaymentAbstractions;

internal sealed class ConfigurationProblems
{
    private readonly List<string> _problems = [];
    private readonly HashSet<string> _paths = new(StringComparer.OrdinalIgnoreCase);

    public int Count => _problems.Count;

    public void Add(string path, string message)
    {
        _paths.Add(path);
        _problems.Add($"{path}: {message}");
    }

    public void AddUnlessReported(string path, string message)
    {
        if (!_paths.Contains(path))
        {
            _problems.Add($"{path}: {message}");
        }
    }

    public void ThrowIfAny()
    {
        if (_problems.Count > 0)
        {
            throw new PaymentConfigurationException(_problems);
        }
    }
}
