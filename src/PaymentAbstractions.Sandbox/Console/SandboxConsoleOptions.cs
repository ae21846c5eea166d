namespace PaymentAbstractions.Sandbox;

/// <summary>How a <see cref="SandboxConsole"/> is set up. Not to be changed once it has started.</summary>
public sealed class SandboxConsoleOptions
{
    /// <summary>The TCP port on 127.0.0.1, 0 to 65535. Default 0: any free one.</summary>
    public int Port { get; set; }

    /// <summary>The emulated Rebilly API, shown as provider <c>Rebilly</c>. Default null: it is not shown.</summary>
    public RebillySandbox? Rebilly { get; set; }

    /// <summary>The emulated virtual terminal, shown as provider <c>VirtualTerminal</c>. Default null: it is not shown.</summary>
    public VirtualTerminalSandbox? VirtualTerminal { get; set; }

    /// <summary>Further emulators by the names under which the console shows them. Default: none. Case does not matter in a name.</summary>
    public IDictionary<string, ProviderSandbox> Others { get; } =
        new Dictionary<string, ProviderSandbox>(StringComparer.OrdinalIgnoreCase);

    internal IReadOnlyList<KeyValuePair<string, ProviderSandbox>> All()
    {
        var all = new List<KeyValuePair<string, ProviderSandbox>>();
        if (Rebilly is not null)
        {
            all.Add(new(nameof(Rebilly), Rebilly));
        }

        if (VirtualTerminal is not null)
        {
            all.Add(new(nameof(VirtualTerminal), VirtualTerminal));
        }

        all.AddRange(Others);
        return all;
    }
}
