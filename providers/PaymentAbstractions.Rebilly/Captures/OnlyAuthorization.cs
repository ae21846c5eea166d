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
        var instrument = authorization.PaymentInstrument!.PaymentInstrumentId;
        var rival = attempt.Others.FirstOrDefault(other =>
            RivalAuthorizations.CouldBeTaken(other, request.Amount.Currency, instrument, account)
        );
        if (rival is not null)
        {
            // A list does not show it yet, but it may before Rebilly looks for one to capture.
            return results.Without(
                request,
                PaymentOutcome.Rejected,
                PaymentReason.AuthorizationAmbiguous,
                $"The authorization under the key '{rival.Attempt.IdempotencyKey}' is in doubt, and the capture could take it. Wait until it is resolved."
            );
        }

        var open = await attempt
            .PrepareAsync(token =>
                OpenAuthorizationList.ReadAsync(
                    account,
                    client,
                    authorization.CustomerId!,
                    request.Amount.Currency,
                    instrument,
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
