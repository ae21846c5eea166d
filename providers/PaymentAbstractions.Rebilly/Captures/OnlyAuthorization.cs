using PaymentAbstractions.Adapters;
using PaymentAbstractions.Rebilly.Wire;

namespace PaymentAbstractions.Rebilly;

/// <summary>Makes sure that an authorization is the only one that a capture could take.</summary>
internal sealed class OnlyAuthorization(RebillyAccount account, RebillyClient client, ResultFactory results)
{
    /// <returns>Why nothing is sent, or <see langword="null"/> when it is the only one.</returns>
    public async Task<PaymentResult?> RefuseAsync(
        CaptureRequest request,
        TransactionBody authorization,
        RunningAttempt attempt
    )
    {
        var open = await attempt
            .PrepareAsync(token =>
                OpenAuthorizationList.ReadAsync(
                    account,
                    client,
                    authorization.CustomerId!,
                    request.Amount.Currency,
                    authorization.PaymentInstrument!.PaymentInstrumentId,
                    token
                )
            )
            .ConfigureAwait(false);
        if (open is null || open.TrueForAll(body => body.Id != authorization.Id))
        {
            return results.Without(
                request,
                PaymentOutcome.NotSent,
                PaymentReason.PreparationFailed,
                "Rebilly's list of open authorizations could not be read or does not show this one; no capture was sent."
            );
        }

        return open.Count == 1
            ? null
            : results.Without(
                request,
                PaymentOutcome.Rejected,
                PaymentReason.AuthorizationAmbiguous,
                $"The customer has {open.Count} open authorizations that the capture could take. Void the others first."
            );
    }
}
