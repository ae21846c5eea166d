namespace PaymentAbstractions;

/// <summary>The parts that a gateway is built from.</summary>
/// <param name="Section">The declaration of the gateway.</param>
/// <param name="Provider">Its provider.</param>
/// <param name="Options">Its options, which may have problems.</param>
/// <param name="HasProblems">Whether the options have problems.</param>
internal sealed record GatewayParts(
    GatewaySection Section,
    PaymentProvider Provider,
    GatewayOptions Options,
    bool HasProblems
)
{
    public string Name => Section.Name;

    public OptionPlace Place => Section.Place;

    /// <summary>Whether the gateway moves real money. Without an environment, it counts as live.</summary>
    public bool IsLive => Options.Environment != GatewayEnvironment.Sandbox;

    /// <summary>Returns whether another gateway is built from equal parts.</summary>
    public bool AreOf(GatewaySnapshot.Entry gateway) =>
        !HasProblems
        && gateway.Configured.Name == Name
        && gateway.Provider == Provider
        && Provider.AreSame(Options, gateway.Options);
}
