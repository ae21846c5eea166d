namespace PaymentAbstractions.Http;

/// <summary>
/// The innermost handler. A retrying or cloning handler above it may send a buffered copy that never asks the
/// content object again; the second pass of one attempt ends here, and so does a message that carries no attempt.
/// </summary>
internal sealed class AttemptGuard(HttpMessageHandler innerHandler) : DelegatingHandler(innerHandler)
{
    internal static readonly HttpRequestOptionsKey<SendGate> Attempt = new("PaymentAbstractions.Http.Attempt");

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        if (!request.Options.TryGetValue(Attempt, out var gate))
        {
            throw new SendStoppedException();
        }

        gate.EnterWire();
        return base.SendAsync(request, cancellationToken);
    }
}
