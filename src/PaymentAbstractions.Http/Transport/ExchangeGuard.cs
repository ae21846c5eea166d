using System.Net;

namespace PaymentAbstractions.Http;

/// <summary>
/// The innermost handler. A retrying or cloning handler above it may send a buffered copy that never asks the
/// content object again; the second pass of one exchange ends here, and so does a message that carries none. The secret
/// part of an address is put in here, below everything that reports addresses, and taken out again.
/// </summary>
internal sealed class ExchangeGuard(HttpMessageHandler innerHandler) : DelegatingHandler(innerHandler)
{
    internal static readonly HttpRequestOptionsKey<Exchange> Exchange = new("PaymentAbstractions.Http.Exchange");

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        if (!request.Options.TryGetValue(Exchange, out var exchange))
        {
            throw new SendStoppedException();
        }

        var hidden = exchange.EnterWire(request);
        // Either would send the headers ahead of the content, and a server may act on them while the gate is shut.
        request.Version = HttpVersion.Version11;
        request.VersionPolicy = HttpVersionPolicy.RequestVersionOrLower;
        request.Headers.Remove("Expect");
        return hidden is null
            ? base.SendAsync(request, cancellationToken)
            : SendHiddenAsync(request, hidden, cancellationToken);
    }

    /// <summary>Nothing of ours is sent this way.</summary>
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        throw new SendStoppedException();

    private async Task<HttpResponseMessage> SendHiddenAsync(
        HttpRequestMessage request,
        Uri hidden,
        CancellationToken cancellationToken
    )
    {
        var shown = request.RequestUri;
        request.RequestUri = hidden;
        try
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            request.RequestUri = shown;
        }
    }
}
