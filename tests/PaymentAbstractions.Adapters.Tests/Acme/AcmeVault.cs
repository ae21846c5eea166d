using PaymentAbstractions.Http;

namespace PaymentAbstractions.Adapters.Tests;

/// <summary>The vault of Acme: stores a payment method and concludes from the answer.</summary>
internal sealed class AcmeVault(
    Func<ProviderRequest, CancellationToken, Task<TransportAnswer>> send,
    Func<TransportAnswer, PaymentMethod?, Func<TransportAnswer, string?>, bool, VaultResult> conclude
)
{
    public async Task<VaultResult> StoreAsync(TokenPaymentMethod method, CancellationToken cancellationToken)
    {
        var request = ProviderRequest.Json(
            HttpMethod.Post,
            "instruments",
            json => json.WriteString("token", method.Token.Reveal())
        );
        var answer = await send(request, cancellationToken);
        return conclude(
            answer,
            method,
            shown => JsonFields.Read(shown)?.DecidingText("id"),
            answer.StatusCode is 200 or 201
        );
    }
}
