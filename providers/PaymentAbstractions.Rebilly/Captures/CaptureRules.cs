using PaymentAbstractions.Rebilly.Wire;

namespace PaymentAbstractions.Rebilly;

/// <summary>When an authorization can be captured.</summary>
internal static class CaptureRules
{
    /// <returns>Why not, or <see langword="null"/> when it can.</returns>
    public static (PaymentReason Reason, string Message)? Refuse(
        CaptureRequest request,
        TransactionBody authorization,
        RebillyAccount account
    )
    {
        if (authorization.Type != Vocabulary.Authorize)
        {
            return (PaymentReason.AuthorizationNotOpen, "The transaction is not an authorization.");
        }

        if (authorization is not { Result: Vocabulary.Approved, Status: Vocabulary.WaitingCapture })
        {
            return (
                PaymentReason.AuthorizationNotOpen,
                "The authorization is not approved and waiting for its capture; it may be captured or voided already."
            );
        }

        return RefuseExpired(authorization, account) ?? RefuseAmount(request, authorization, account);
    }

    /// <summary>What there is to capture: a partial approval holds less than was asked for.</summary>
    public static Money? Held(TransactionBody authorization) =>
        TransactionEvidence.RequestedAmount(authorization) is { } asked
            ? RebillyMoney.Read(authorization.Amount, authorization.Currency) is { } part
            && part.Currency == asked.Currency
            && part < asked
                ? part
                : asked
            : null;

    private static (PaymentReason Reason, string Message)? RefuseAmount(
        CaptureRequest request,
        TransactionBody authorization,
        RebillyAccount account
    )
    {
        if (Held(authorization) is not { } held || held.Currency != request.Amount.Currency)
        {
            return (PaymentReason.InvalidRequest, "The amount is in another currency than the authorization.");
        }

        if (request.Amount > held)
        {
            return (
                PaymentReason.ExceedsAvailableAmount,
                $"The authorization holds {held}, less than {request.Amount}."
            );
        }

        if (request.Amount < held && !account.Options.AllowPartialCapture)
        {
            return (
                PaymentReason.InvalidRequest,
                $"The authorization holds {held}; partial captures are not documented. Capture the whole amount, or set the option {nameof(RebillyOptions.AllowPartialCapture)}."
            );
        }

        if (
            string.IsNullOrEmpty(authorization.CustomerId)
            || authorization.PaymentInstrument?.PaymentInstrumentId is null or ""
        )
        {
            return (
                PaymentReason.AuthorizationNotOpen,
                "The authorization shows no customer or payment instrument to capture from."
            );
        }

        return null;
    }

    // Rebilly documents seven days; close to the end its clock and ours may disagree.
    private static (PaymentReason Reason, string Message)? RefuseExpired(
        TransactionBody authorization,
        RebillyAccount account
    )
    {
        if (ResultFactory.ExpiryOf(authorization) is not { } expiry)
        {
            return (
                PaymentReason.AuthorizationExpired,
                "The authorization does not show when it was made, so it may have lapsed. Authorize again."
            );
        }

        var now = account.Time.GetUtcNow();
        return now < expiry - account.Options.AuthorizationMargin
            ? null
            : (
                PaymentReason.AuthorizationExpired,
                $"The authorization lapses at {Instants.Show(expiry)} and is not captured in the last "
                    + $"{account.Options.AuthorizationMargin} before; the clock of this application shows "
                    + $"{Instants.Show(now)}. Authorize again."
            );
    }
}
