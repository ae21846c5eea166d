namespace PaymentAbstractions;

/// <summary>What one gateway is made from.</summary>
/// <param name="Section">Where it is declared.</param>
/// <param name="Provider">Its provider.</param>
/// <param name="Options">Its options, which may have problems.</param>
/// <param name="HasProblems">Whether they have.</param>
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

    /// <summary>Whether a gateway is made from the same.</summary>
    public bool AreOf(GatewaySnapshot.Entry gateway) =>
        !HasProblems
        && gateway.Configured.Name == Name
        && gateway.Provider == Provider
        && Provider.AreSame(Options, gateway.Options);
}
