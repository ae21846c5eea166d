using System.Collections.Frozen;

namespace PaymentAbstractions;

/// <summary>The configured gateways by name and earlier name, for code that looks for the gateway that owns an attempt.</summary>
/// <remarks>Thread-safe. Replaced as a whole when the configuration changes.</remarks>
internal sealed class GatewayDirectory
{
    private static readonly RecoveryOptions Defaults = new();
    private volatile Content _content = new(FrozenDictionary<string, ConfiguredGateway>.Empty, Defaults);

    public RecoveryOptions Recovery => _content.Recovery;

    /// <summary>Every gateway, once.</summary>
    public IEnumerable<ConfiguredGateway> All => _content.Gateways.Values.Distinct();

    /// <summary>Returns the gateway with this name or earlier name.</summary>
    public ConfiguredGateway? Owner(string name) => _content.Gateways.GetValueOrDefault(name);

    public void Replace(IEnumerable<ConfiguredGateway> gateways, RecoveryOptions recovery) =>
        _content = new Content(
            gateways
                .SelectMany(gateway => gateway.FormerNames.Append(gateway.Name), (one, name) => (name, one))
                .ToFrozenDictionary(pair => pair.name, pair => pair.one, StringComparer.OrdinalIgnoreCase),
            recovery
        );

    private sealed record Content(FrozenDictionary<string, ConfiguredGateway> Gateways, RecoveryOptions Recovery);
}
