namespace PaymentAbstractions.Sandbox;

/// <summary>The emulators of a console by the names of their providers.</summary>
internal sealed class ConsoleProviders
{
    private readonly IReadOnlyList<KeyValuePair<string, ProviderSandbox>> _all;

    public ConsoleProviders(SandboxConsoleOptions options)
    {
        _all = options.All();
        if (_all.Count == 0)
        {
            throw new ArgumentException(
                "The console has no emulator to show. Set Rebilly or VirtualTerminal, or add to Others.",
                nameof(options)
            );
        }

        var twins = _all.GroupBy(one => one.Key, StringComparer.OrdinalIgnoreCase)
            .FirstOrDefault(group => group.Count() > 1);
        if (twins is not null)
        {
            throw new ArgumentException(
                $"Two emulators of the console are called '{twins.Key}'. Give the one in Others another name.",
                nameof(options)
            );
        }
    }

    public IEnumerable<string> Names => _all.Select(one => one.Key);

    public IReadOnlyList<KeyValuePair<string, ProviderSandbox>> All => _all;

    /// <summary>The emulator of a provider, whatever the case of the name; null when there is none.</summary>
    public ProviderSandbox? Find(string name) =>
        _all.FirstOrDefault(one => one.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
}
