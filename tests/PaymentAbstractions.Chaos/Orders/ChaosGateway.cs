namespace PaymentAbstractions.Chaos;

/// <summary>One configured gateway. There are two accounts at each provider, so that <c>Default</c> can name any of them.</summary>
internal sealed record ChaosGateway(string Name, bool IsRebilly, string Account, string Key)
{
    public const GatewayEnvironment Environment = GatewayEnvironment.Sandbox;

    public static IReadOnlyList<ChaosGateway> All { get; } =
    [
        new("cards_eu", true, "org_eu", "sk_eu"),
        new("cards_us", true, "org_us", "sk_us"),
        new("b2b_us", false, "mid_us", "vt_us"),
        new("b2b_west", false, "mid_west", "vt_west"),
    ];

    public string Provider => IsRebilly ? "Rebilly" : "VirtualTerminal";

    public static ChaosGateway Named(string name) => All.First(gateway => gateway.Name == name);

    public static ChaosGateway OfAccount(string account) => All.First(gateway => gateway.Account == account);
}
