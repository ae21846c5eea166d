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

    public void Replace(IEnumerable<ConfiguredGateway> gateways, RecoveryOptions recovery) =>
        _content = new Content(IndexByName(gateways, static gateway => gateway), recovery);

    /// <summary>Indexes gateways by their names and earlier names, ignoring case.</summary>
    /// <exception cref="ArgumentException">Two gateways have one name, which would decide where a payment goes.</exception>
    public static Dictionary<string, T> IndexByName<T>(IEnumerable<T> gateways, Func<T, ConfiguredGateway> gatewayOf)
    {
        var index = new Dictionary<string, T>(StringComparer.OrdinalIgnoreCase);
        foreach (var one in gateways)
        {
            var gateway = gatewayOf(one);
            index.Add(gateway.Name, one);
            foreach (var name in gateway.FormerNames)
            {
                index.Add(name, one);
            }
        }

        return index;
    }

    private sealed record Content(Dictionary<string, ConfiguredGateway> Gateways, RecoveryOptions Recovery);
}
