namespace PaymentAbstractions.Sandbox;

/// <summary>The emulators of a console by the names of their providers.</summary>
internal sealed class ConsoleProviders
{
    private readonly IReadOnlyList<KeyValuePair<string, ProviderSandbox>> _all;

    public ConsoleProviders(IReadOnlyList<KeyValuePair<string, ProviderSandbox>> all)
    {
        if (all.Count == 0)
        {
            throw new ArgumentException(
                "The console has no emulator to show. Set Rebilly, VirtualTerminal or Others of SandboxConsoleOptions."
            );
        }

        var twin = all.GroupBy(one => one.Key, StringComparer.OrdinalIgnoreCase)
            .FirstOrDefault(group => group.Count() > 1);
        if (twin is not null)
        {
            throw new ArgumentException(
                $"Two emulators of the console are called '{twin.Key}'. Give the one in Others another name."
            );
        }

        _all = all;
    }

    public IEnumerable<string> Names => _all.Select(one => one.Key);

    public IReadOnlyList<KeyValuePair<string, ProviderSandbox>> All => _all;

    /// <summary>The emulator of a provider, whatever the case of the name; null when there is none.</summary>
    public ProviderSandbox? Find(string name) =>
        _all.FirstOrDefault(one => one.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
}
