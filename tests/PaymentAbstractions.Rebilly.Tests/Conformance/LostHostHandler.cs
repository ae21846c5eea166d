namespace PaymentAbstractions.Rebilly.Tests.Conformance;

/// <summary>Makes requests to the configured host go to a name that nothing resolves: another host would be another account.</summary>
internal sealed class LostHostHandler : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        request.RequestUri = new UriBuilder(request.RequestUri!) { Host = "gateway.invalid" }.Uri;
        return base.SendAsync(request, cancellationToken);
    }
}
