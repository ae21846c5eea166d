namespace PaymentAbstractions;

/// <summary>The configured gateways by name and earlier name, for code that looks for the gateway that owns an attempt.</summary>
/// <remarks>Thread-safe. Replaced as a whole when the configuration changes.</remarks>
internal sealed class GatewayDirectory
{
    private static readonly RecoveryOptions Defaults = new();
    private volatile Content _content = new([], Defaults);

    public RecoveryOptions Recovery => _content.Recovery;

    /// <summary>Every gateway, once.</summary>
    public IEnumerable<ConfiguredGateway> All => _content.Gateways.Values.Distinct();

    /// <summary>Returns the gateway with this name or earlier name.</summary>
    public ConfiguredGateway? Owner(string name) => _content.Gateways.GetValueOrDefault(name);

    public void Replace(IEnumerable<ConfiguredGateway> gateways, RecoveryOptions recovery)
    {
        var byName = new Dictionary<string, ConfiguredGateway>(StringComparer.OrdinalIgnoreCase);
        foreach (var gateway in gateways)
        {
            byName[gateway.Name] = gateway;
            foreach (var name in gateway.FormerNames)
            {
                byName[name] = gateway;
            }
        }

        _content = new Content(byName, recovery);
    }

    private sealed record Content(Dictionary<string, ConfiguredGateway> Gateways, RecoveryOptions Recovery);
}
