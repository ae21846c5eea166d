using PaymentAbstractions.Rebilly.Wire;

namespace PaymentAbstractions.Rebilly;

/// <summary>Keeps a sale from capturing an open authorization instead of charging.</summary>
internal sealed class OpenAuthorizationGuard(
    RebillyAccount account,
    RebillyClient client,
    ResultFactory results,
    OpenAuthorizations openAuthorizations
)
{
    /// <returns>Why the sale is not sent, or <see langword="null"/> when it may be.</returns>
    public async Task<PaymentResult?> RefuseAsync(PaymentMethodRequest request, string? instrument, PaymentCall call)
    {
        var check = account.Options.OpenAuthorizations;
        if (check == OpenAuthorizationCheck.AcceptRisk)
        {
            return null;
        }

        var customer = request.Customer!.Id;
        var currency = request.Amount.Currency;
        foreach (var id in openAuthorizations.Matching(account, customer, currency, instrument))
        {
            if (id is null || !await IsClosedByNowAsync(id, call).ConfigureAwait(false))
            {
                return Refused(request, "This process knows of an open authorization that the sale would capture.");
            }
        }

        if (check != OpenAuthorizationCheck.AskProvider)
        {
            return null;
        }

        var open = await OpenAuthorizationList
            .ReadAsync(account, client, customer, currency, instrument, call.BeforeSend)
            .ConfigureAwait(false);
        return open switch
        {
            null => results.Without(
                request,
                PaymentOutcome.NotSent,
                PaymentReason.PreparationFailed,
                "Rebilly could not be asked for open authorizations; no sale was sent."
            ),
            { Count: > 0 } => Refused(request, "Rebilly holds an open authorization that the sale would capture."),
            _ => null,
        };
    }

    // Another process may have captured or voided what this one opened; only a clear answer lets the sale through.
    private async Task<bool> IsClosedByNowAsync(string id, PaymentCall call)
    {
        var read = await client.GetTransactionAsync(id, call.BeforeSend).ConfigureAwait(false);
        if (
            read.Value is not { } body
            || body.Id != id
            || body.Status == Vocabulary.WaitingCapture
            || StatusTable.Lookup(body.Status, body.Result).Outcome
                is not (PaymentOutcome.Approved or PaymentOutcome.Declined or PaymentOutcome.Reversed)
        )
        {
            return false;
        }

        openAuthorizations.Closed(account, id);
        return true;
    }

    private PaymentResult Refused(PaymentRequest request, string message) =>
        results.Without(
            request,
            PaymentOutcome.Rejected,
            PaymentReason.OpenAuthorization,
            message + " Capture or void it first, or use another payment method."
        );
}
