namespace PaymentAbstractions.Http;

/// <summary>
/// The innermost handler. A retrying or cloning handler above it may send a buffered copy that never asks the
/// content object again; the second pass of one exchange ends here, and so does a message that carries none. The secret
/// part of an address is put in here, below everything that reports addresses.
/// </summary>
internal sealed class ExchangeGuard(HttpMessageHandler innerHandler) : DelegatingHandler(innerHandler)
{
    internal static readonly HttpRequestOptionsKey<ExchangeTimer> Exchange = new("PaymentAbstractions.Http.Exchange");

    /// <summary>The address with its secret, where the message names a stand-in.</summary>
    internal static readonly HttpRequestOptionsKey<Uri> Target = new("PaymentAbstractions.Http.Target");

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        if (!request.Options.TryGetValue(Exchange, out var exchange))
        {
            throw new SendStoppedException();
        }

        exchange.EnterWire();
        if (request.Options.TryGetValue(Target, out var target))
        {
            request.RequestUri = target;
        }

        return base.SendAsync(request, cancellationToken);
    }
}
