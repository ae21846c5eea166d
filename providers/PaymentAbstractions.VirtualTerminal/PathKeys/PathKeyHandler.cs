namespace PaymentAbstractions.VirtualTerminal;

/// <summary>Puts the key into the address when nobody looks at it any more. Other gateways' requests pass as they are.</summary>
internal sealed class PathKeyHandler(HiddenKeys keys, HttpMessageHandler innerHandler) : DelegatingHandler(innerHandler)
{
    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        if (request.RequestUri is { } address)
        {
            request.RequestUri = keys.Reveal(address);
        }

        return base.SendAsync(request, cancellationToken);
    }
}
