namespace PaymentAbstractions;

/// <summary>What is known of all gateways of one configuration, which a reload does not change.</summary>
/// <param name="All">The gateways in the order of the configuration.</param>
/// <param name="DefaultName">The configured name of the default gateway. A decorator may show another one.</param>
internal sealed record GatewayStatuses(IReadOnlyList<GatewayStatus> All, string DefaultName);
