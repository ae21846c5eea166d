namespace PaymentAbstractions;

/// <summary>One complete and valid configuration. Replaced as a whole.</summary>
internal sealed class GatewaySnapshot
{
    private readonly Dictionary<string, Entry> _byName;

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
        _byName = GatewayDirectory.IndexByName(gateways, static gateway => gateway.Configured);
        DefaultName = NameOf(defaultName);
        Fingerprint = fingerprint;
    }

    public IReadOnlyList<Entry> Gateways { get; }

    public IReadOnlyList<string> Names { get; }

    public string DefaultName { get; }

    /// <summary>The settings for all gateways.</summary>
    public PipelineSettings Settings { get; }

    /// <summary>A hash that identifies the content of the configuration section.</summary>
    public string Fingerprint { get; }

    public IPaymentGateway Default => Get(DefaultName);

    public GatewayStatuses Statuses => new([.. Gateways.Select(one => one.Configured.Status)], DefaultName);

    public IPaymentGateway? Find(string name) => _byName.GetValueOrDefault(name)?.Gateway;

    public IPaymentGateway Get(string name) => Find(name) ?? throw Unknown(name);

    /// <summary>Returns the configured name for any spelling of it or of an earlier name. A decorator may show another name.</summary>
    public string NameOf(string name) => _byName.GetValueOrDefault(name)?.Configured.Name ?? throw Unknown(name);

    /// <summary>Returns the status of the gateway with this name or earlier name.</summary>
    public GatewayStatus StatusOf(string name) =>
        _byName.GetValueOrDefault(name)?.Configured.Status ?? throw Unknown(name);

    /// <summary>Returns whether nothing has changed since another snapshot, whose unchanged gateways and options are kept.</summary>
    public bool IsSameAs(GatewaySnapshot before) =>
        Fingerprint == before.Fingerprint
        && DefaultName == before.DefaultName
        && Settings.IsKeptFrom(before.Settings)
        && Gateways.SequenceEqual(before.Gateways);

    private PaymentConfigurationException Unknown(string name) =>
        new([
            $"There is no gateway named '{name}'.{NearestName.Hint(name, Names)} Known names: {string.Join(", ", Names)}.",
        ]);

    /// <summary>A configured gateway, the gateway with the application's decorators, and its parts.</summary>
    internal sealed record Entry(
        ConfiguredGateway Configured,
        IPaymentGateway Gateway,
        GatewayOptions Options,
        PaymentProvider Provider
    );
}
