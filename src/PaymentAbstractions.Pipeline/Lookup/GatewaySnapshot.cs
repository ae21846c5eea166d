using System.Collections.Frozen;

namespace PaymentAbstractions;

/// <summary>One configuration, complete and valid; replaced as a whole.</summary>
internal sealed class GatewaySnapshot
{
    private readonly FrozenDictionary<string, IPaymentGateway> _byName;

    public GatewaySnapshot(
        IReadOnlyList<string> names,
        string defaultName,
        IReadOnlyDictionary<string, IPaymentGateway> byName,
        IReadOnlyDictionary<string, string> formerNames
    )
    {
        Names = names;
        DefaultName = defaultName;
        _byName = byName
            .Concat(formerNames.Select(former => KeyValuePair.Create(former.Key, byName[former.Value])))
            .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    public IReadOnlyList<string> Names { get; }

    public string DefaultName { get; }

    public IPaymentGateway Default => _byName[DefaultName];

    public IPaymentGateway? Find(string name) => _byName.GetValueOrDefault(name);

    public IPaymentGateway Get(string name) =>
        Find(name)
        ?? throw new PaymentConfigurationException([
            $"There is no gateway named '{name}'. Known are: {string.Join(", ", Names)}.",
        ]);
}
