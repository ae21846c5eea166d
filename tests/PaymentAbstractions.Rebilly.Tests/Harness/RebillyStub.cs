namespace PaymentAbstractions.Rebilly.Tests;

/// <summary>Rebilly in memory; routes are below the organization.</summary>
public sealed class RebillyStub : StubProvider
{
    public RebillyStub() => BasePath = "/organizations/org_1/";

    protected override bool IsWrite(WireRequest request) =>
        request.Route is "POST transactions" or "POST payouts"
        || request.Route.EndsWith("/refund", StringComparison.Ordinal);
}
