namespace PaymentAbstractions.Rebilly.Tests;

/// <summary>A Rebilly in memory; routes are relative to the organization, which a proxy may place under a prefix.</summary>
public class RebillyStub : StubProvider
{
    public RebillyStub(string prefix = "") => BasePath = $"{prefix}/organizations/org_1/";

    protected override bool MovesMoney(WireRequest request) =>
        request.Route is "POST transactions" or "POST payouts"
        || request.Route.EndsWith("/refund", StringComparison.Ordinal);
}
