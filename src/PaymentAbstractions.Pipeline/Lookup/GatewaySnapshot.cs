using System.Collections.Frozen;

namespace PaymentAbstractions;

/// <summary>One configuration, complete and valid; replaced as a whole.</summary>
internal sealed class GatewaySnapshot
{
    private readonly FrozenDictionary<string, string> _names;
    private readonly FrozenDictionary<string, IPaymentGateway> _byName;
    private readonly FrozenDictionary<string, AdapterGateway> _undecorated;

    public GatewaySnapshot(
        IReadOnlyList<string> names,
        string defaultName,
        IReadOnlyDictionary<string, IPaymentGateway> byName,
        IReadOnlyDictionary<string, AdapterGateway> undecorated,
        IReadOnlyDictionary<string, string> formerNames,
        RecoverySettings recovery
    )
    {
        Names = names;
        _names = names
            .Select(name => KeyValuePair.Create(name, name))
            .Concat(formerNames)
            .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        _byName = byName.ToFrozenDictionary(StringComparer.Ordinal);
        _undecorated = undecorated.ToFrozenDictionary(StringComparer.Ordinal);
        DefaultName = NameOf(defaultName);
        Recovery = recovery;
    }

    public IReadOnlyList<string> Names { get; }

    public string DefaultName { get; }

    public RecoverySettings Recovery { get; }

    public IPaymentGateway Default => _byName[DefaultName];

    public IPaymentGateway? Find(string name) => _names.TryGetValue(name, out var current) ? _byName[current] : null;

    public AdapterGateway? FindUndecorated(string name) =>
        _names.TryGetValue(name, out var current) ? _undecorated[current] : null;

    public IPaymentGateway Get(string name) => _byName[NameOf(name)];

    /// <summary>The configured name for any spelling of it or of a former one; a decorator may show another.</summary>
    public string NameOf(string name) =>
        _names.TryGetValue(name, out var current)
            ? current
            : throw new PaymentConfigurationException([
                $"There is no gateway named '{name}'. Known are: {string.Join(", ", Names)}.",
            ]);
}
