using System.Net;

namespace PaymentAbstractions.Http;

/// <summary>
/// The innermost handler. A retrying or cloning handler above it may send a buffered copy that does not read the content object again. The
/// guard stops the second pass of an exchange, and a message without an exchange. It also inserts the secret part of an address, below all
/// code that reports addresses, and removes it again.
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
        // Both would send the headers before the content, and a server might act on them while the gate is shut.
        request.Version = HttpVersion.Version11;
        request.VersionPolicy = HttpVersionPolicy.RequestVersionOrLower;
        request.Headers.Remove("Expect");
        return hidden is null
            ? base.SendAsync(request, cancellationToken)
            : SendHiddenAsync(request, hidden, cancellationToken);
    }

    /// <summary>Synchronous sending is not supported.</summary>
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
