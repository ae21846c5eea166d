namespace PaymentAbstractions;

/// <summary>The configuration that is in force, for whatever has to find the gateway that owns an attempt.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class GatewayDirectory
{
    private volatile GatewaySnapshot? _snapshot;

    public GatewaySnapshot? Snapshot
    {
        get => _snapshot;
        set => _snapshot = value;
    }

    /// <summary>The gateway of that name or former name, without the application's decorators.</summary>
    public AdapterGateway? Owner(string name) => _snapshot?.FindUndecorated(name);
}
