using PaymentAbstractions.Adapters;
using PaymentAbstractions.Rebilly.Wire;

namespace PaymentAbstractions.Rebilly;

/// <summary>Keeps a sale from capturing an open authorization instead of charging.</summary>
internal sealed class OpenAuthorizationRule(RebillyAccount account, RebillyClient client, ResultFactory results)
{
    /// <returns>Why the sale is not sent, or <see langword="null"/> when it may be.</returns>
    public async Task<PaymentResult?> RefuseAsync(SaleRequest request, RunningAttempt attempt)
    {
        var check = account.Options.OpenAuthorizations;
        if (check == OpenAuthorizationCheck.AcceptRisk)
        {
            return null;
        }

        var instrument = (request.PaymentMethod as StoredPaymentMethod)?.Id;
        foreach (
            var other in attempt.Others.Where(other =>
                RivalAuthorizations.CouldBeTaken(other, request.Amount.Currency, instrument, account)
            )
        )
        {
            if (await RefuseBesideAsync(request, other, attempt).ConfigureAwait(false) is { } refused)
            {
                return refused;
            }
        }

        return check == OpenAuthorizationCheck.AskProvider
            ? await RefuseByListAsync(request, instrument, attempt).ConfigureAwait(false)
            : null;
    }

    private async Task<PaymentResult?> RefuseBesideAsync(
        SaleRequest request,
        EarlierPayment other,
        RunningAttempt attempt
    )
    {
        var key = other.Attempt.IdempotencyKey;
        if (other.Transaction is not { TransactionId: var id })
        {
            return Refused(
                request,
                $"The authorization under the key '{key}' is in doubt, and the sale would capture it if it is open. Wait until it is resolved, or use another payment method."
            );
        }

        var read = await attempt.PrepareAsync(token => client.GetTransactionAsync(id, token)).ConfigureAwait(false);
        if (read.Value is not { } body || body.Id != id)
        {
            return results.Without(
                request,
                PaymentOutcome.NotSent,
                PaymentReason.PreparationFailed,
                $"Whether the authorization '{id}' under the key '{key}' is still open could not be read; no sale was sent."
            );
        }

        if (other.IsInDoubt && !IsMadeBy(body, key))
        {
            return Refused(
                request,
                $"The authorization under the key '{key}' is in doubt, and '{id}', which answered it, is another transaction. Wait until it is resolved, or use another payment method."
            );
        }

        if (await IsClosedAsync(body, attempt).ConfigureAwait(false))
        {
            return null;
        }

        return IsStillWhole(body)
            ? Refused(request, $"The authorization '{id}' under the key '{key}' is open.", id)
            : Refused(
                request,
                $"The authorization '{id}' under the key '{key}' was captured in part, and it is not documented whether a sale takes the rest. Wait until {Instants.Show(RivalAuthorizations.LapsesAt(other, account))}, or use another payment method."
            );
    }

    private async Task<PaymentResult?> RefuseByListAsync(
        SaleRequest request,
        string? instrument,
        RunningAttempt attempt
    )
    {
        var (customer, currency) = (request.Customer!.Id, request.Amount.Currency);
        var open = await attempt
            .PrepareAsync(token =>
                OpenAuthorizationList.ReadAsync(account, client, customer, currency, instrument, token)
            )
            .ConfigureAwait(false);
        return open switch
        {
            null => results.Without(
                request,
                PaymentOutcome.NotSent,
                PaymentReason.PreparationFailed,
                "Rebilly could not be asked for open authorizations; no sale was sent."
            ),
            [var first, ..] => Refused(request, $"Rebilly shows the authorization '{first.Id}' as open.", first.Id),
            [] => null,
        };
    }

    // An answer that contradicts its request may name a transaction that the attempt did not make.
    private bool IsMadeBy(TransactionBody body, IdempotencyKey key) =>
        body.Type == Vocabulary.Authorize && body.RequestId == account.WireKey(key);

    // The journal counts it as open, but it may have been ended elsewhere; only a clear answer lets the sale through.
    private async Task<bool> IsClosedAsync(TransactionBody authorization, RunningAttempt attempt)
    {
        if (IsStillWhole(authorization))
        {
            return false;
        }

        var outcome = StatusTable.Lookup(authorization.Status, authorization.Result).Outcome;
        if (outcome is PaymentOutcome.Declined or PaymentOutcome.Reversed)
        {
            return true;
        }

        // It is not documented whether what a partial capture leaves can still be taken, so it counts as open.
        return !account.Options.AllowPartialCapture
            || await IsCapturedWholeAsync(authorization, attempt).ConfigureAwait(false);
    }

    // Whatever the result beside it: as long as it waits for a capture, a sale may be that.
    private static bool IsStillWhole(TransactionBody authorization) =>
        authorization.Status == Vocabulary.WaitingCapture
        || StatusTable.Lookup(authorization.Status, authorization.Result).Outcome
            is not (PaymentOutcome.Approved or PaymentOutcome.Declined or PaymentOutcome.Reversed);

    private async Task<bool> IsCapturedWholeAsync(TransactionBody authorization, RunningAttempt attempt)
    {
        var children = await attempt
            .PrepareAsync(token => ChildTransactions.ReadAsync(authorization, client, token))
            .ConfigureAwait(false);
        if (children is null || RebillyMoney.Read(authorization.Amount, authorization.Currency) is not { } held)
        {
            return false;
        }

        var captures = children
            .Select(child => child.Value!)
            .Where(child =>
                child.Type is Vocabulary.Capture or Vocabulary.Sale
                && StatusTable.Lookup(child.Status, child.Result).Outcome
                    is PaymentOutcome.Approved
                        or PaymentOutcome.Reversed
            )
            .Select(child => RebillyMoney.Read(child.Amount, child.Currency))
            .ToList();
        return captures.TrueForAll(amount => amount?.Currency == held.Currency)
            && captures.Aggregate(Money.Zero(held.Currency), (sum, amount) => sum + amount!.Value) >= held;
    }

    private PaymentResult Refused(PaymentRequest request, string found, string? id) =>
        Refused(
            request,
            $"{found} The sale would capture it instead of charging. Capture or void '{id}' first, or use another payment method."
        );

    private PaymentResult Refused(PaymentRequest request, string message) =>
        results.Without(request, PaymentOutcome.Rejected, PaymentReason.OpenAuthorization, message);
}
