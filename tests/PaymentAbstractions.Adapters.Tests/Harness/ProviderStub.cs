namespace PaymentAbstractions.Adapters.Tests;

/// <summary>The providers of these tests, in memory.</summary>
/// <remarks>A route is <c>POST payments</c>, or the action of a form that names one, such as <c>sale</c>.</remarks>
public sealed class ProviderStub : StubProvider
{
    private const string Action = "action=";

    public ProviderStub() => BasePath = "/v1/";

    protected override WireRequest Read(WireRequest request) =>
        request with
        {
            Body = Uri.UnescapeDataString(request.Body),
            Route = request.Body.StartsWith(Action, StringComparison.Ordinal)
                ? request.Body[Action.Length..].Split('&')[0]
                : request.Route,
        };

    protected override bool MovesMoney(WireRequest request) =>
        base.MovesMoney(request) && request.Route is not ("show" or "search" or "POST instruments");
}
