using System.Collections.Frozen;

namespace PaymentAbstractions;

/// <summary>One configuration, complete and valid; replaced as a whole.</summary>
internal sealed class GatewaySnapshot
{
    private readonly FrozenDictionary<string, Entry> _byName;

    public GatewaySnapshot(
        IReadOnlyList<Entry> gateways,
        string defaultName,
        PipelineSettings settings,
        string fingerprint
    )
    {
        Settings = settings;
        Gateways = gateways;
        Names = [.. gateways.Select(gateway => gateway.Configured.Name)];
        _byName = gateways
            .SelectMany(
                gateway => gateway.Configured.FormerNames.Append(gateway.Configured.Name),
                (gateway, name) => (name, gateway)
            )
            .ToFrozenDictionary(pair => pair.name, pair => pair.gateway, StringComparer.OrdinalIgnoreCase);
        DefaultName = NameOf(defaultName);
        Fingerprint = fingerprint;
    }

    public IReadOnlyList<Entry> Gateways { get; }

    public IReadOnlyList<string> Names { get; }

    public string DefaultName { get; }

    /// <summary>What holds for all gateways.</summary>
    public PipelineSettings Settings { get; }

    /// <summary>Tells one content of the configuration section from another without keeping it.</summary>
    public string Fingerprint { get; }

    public IPaymentGateway Default => Get(DefaultName);

    public GatewayStatuses Statuses => new([.. Gateways.Select(one => one.Configured.Status)], DefaultName);

    public IPaymentGateway? Find(string name) => _byName.GetValueOrDefault(name)?.Gateway;

    public IPaymentGateway Get(string name) => Find(name) ?? throw Unknown(name);

    /// <summary>The configured name for any spelling of it or of a former one; a decorator may show another.</summary>
    public string NameOf(string name) => _byName.GetValueOrDefault(name)?.Configured.Name ?? throw Unknown(name);

    /// <summary>What is known of the gateway of that name or former name.</summary>
    public GatewayStatus StatusOf(string name) =>
        _byName.GetValueOrDefault(name)?.Configured.Status ?? throw Unknown(name);

    /// <summary>Whether nothing has changed since another snapshot, of which unchanged gateways and options were kept.</summary>
    public bool IsSameAs(GatewaySnapshot before) =>
        Fingerprint == before.Fingerprint
        && DefaultName == before.DefaultName
        && Settings.IsKeptFrom(before.Settings)
        && Gateways.SequenceEqual(before.Gateways);

    private PaymentConfigurationException Unknown(string name) =>
        new([
            $"There is no gateway named '{name}'.{NearestName.Hint(name, Names)} Known are: {string.Join(", ", Names)}.",
        ]);

    /// <summary>A configured gateway, the same with the application's decorators, and what it was made from.</summary>
    internal sealed record Entry(
        ConfiguredGateway Configured,
        IPaymentGateway Gateway,
        GatewayOptions Options,
        PaymentProvider Provider
    );
}
