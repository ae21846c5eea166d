namespace PaymentAbstractions.Adapters;

/// <summary>The rules for operations on an original, the same for every provider. The journal has the limits of refunds.</summary>
internal static class OriginalRules
{
    /// <returns>The reason why nothing may be sent; <see langword="null"/> when the common rules permit the operation.</returns>
    public static ProviderRefusal? Refuse(
        AdapterAttempt attempt,
        GatewayCapabilities capabilities,
        AdapterProfile profile,
        Func<string, string?> optionFor
    )
    {
        var original = attempt.Original!;
        if (original.Transaction.IsRecordOnly && attempt.Request is { IsRecordOnly: false })
        {
            return Invalid(
                "The transaction only records a payment that took place elsewhere, so it cannot be captured, voided or refunded here."
            );
        }

        return attempt.Request switch
        {
            CaptureRequest capture => RefuseCapture(capture, original, capabilities, profile, optionFor),
            VoidRequest voiding => RefuseVoid(voiding, original, capabilities, profile),
            RefundRequest refund => RefuseRefund(refund, original, profile),
            _ => null,
        };
    }

    /// <summary>The amount that can be captured: a partial approval holds less than requested. A conversion does not matter.</summary>
    public static Money? Held(ProviderTransaction authorization) =>
        (authorization.Requested, authorization.Processed) switch
        {
            ({ } asked, { } part) when part.Currency == asked.Currency && part < asked => part,
            (var asked, _) => asked,
        };

    private static ProviderRefusal? RefuseCapture(
        CaptureRequest request,
        OriginalTransaction original,
        GatewayCapabilities capabilities,
        AdapterProfile profile,
        Func<string, string?> optionFor
    )
    {
        var authorization = original.Transaction;
        if (authorization.Type != PaymentOperation.Authorize)
        {
            return NotOpen($"The transaction is not an open authorization: it is shown as {authorization.Type}.");
        }

        if (Unresolved(authorization, profile) is { } unresolved)
        {
            return unresolved;
        }

        if (authorization is not { Status: ProviderStatus.Approved, IsOpen: true })
        {
            return NotOpen(
                "The authorization is not approved and waiting for its capture; it may already be captured or voided."
            );
        }

        if (original.Children.Any(child => IsUse(child, capabilities.MultiCapture)))
        {
            return NotOpen("The authorization is already captured or voided, or a capture or void is in progress.");
        }

        return RefuseAmount(request.Amount, Held(authorization), capabilities, optionFor);
    }

    private static ProviderRefusal? RefuseAmount(
        Money amount,
        Money? authorized,
        GatewayCapabilities capabilities,
        Func<string, string?> optionFor
    ) =>
        authorized is not { } held || held.Currency != amount.Currency
            ? Invalid($"The amount is not in the currency of the authorization, which holds {authorized}.")
        : amount > held
            ? ProviderRefusal.Rejected(
                PaymentReason.ExceedsAvailableAmount,
                $"The authorization holds {held}, less than {amount}."
            )
        : amount < held && !capabilities.PartialCapture
            ? Invalid(
                $"The authorization holds {held}; a part of it cannot be captured. Capture the whole amount"
                    + (
                        optionFor(nameof(capabilities.PartialCapture)) is { } option
                            ? $", or set the option {option}."
                            : "."
                    )
            )
        : null;

    private static ProviderRefusal? RefuseVoid(
        VoidRequest request,
        OriginalTransaction original,
        GatewayCapabilities capabilities,
        AdapterProfile profile
    )
    {
        var transaction = original.Transaction;
        if (!capabilities.Voidable.Contains(transaction.Type))
        {
            return Invalid(
                $"A transaction that is shown as {transaction.Type} cannot be voided at this provider"
                    + (transaction.Type is PaymentOperation.Sale or PaymentOperation.Capture ? "; refund it." : ".")
            );
        }

        if (Unapproved(transaction, profile) is { } unapproved)
        {
            return unapproved;
        }

        if (original.Returned is { IsPositive: true })
        {
            return ProviderRefusal.Rejected(
                PaymentReason.AlreadyReversed,
                "The transaction is already voided or refunded."
            );
        }

        // If a void changes the original, the transaction itself shows whether it is voided.
        if (
            transaction is { Type: PaymentOperation.Authorize, IsOpen: false }
            && !profile.InPlace.Contains(PaymentOperation.Void)
        )
        {
            return NotOpen("The authorization is no longer open; void or refund its capture.");
        }

        return transaction switch
        {
            { IsSettled: true, Type: PaymentOperation.Refund or PaymentOperation.Credit } => ProviderRefusal.Rejected(
                PaymentReason.AlreadySettled,
                $"The {transaction.Type} is settled and can no longer be voided."
            ),
            { IsSettled: true } when request.IfSettled == IfSettled.Refuse => ProviderRefusal.Rejected(
                PaymentReason.AlreadySettled,
                "The transaction is settled; refund it, or allow the void to refund it."
            ),
            _ => null,
        };
    }

    private static ProviderRefusal? RefuseRefund(
        RefundRequest request,
        OriginalTransaction original,
        AdapterProfile profile
    )
    {
        var sale = original.Transaction;
        if (sale.Type is not (PaymentOperation.Sale or PaymentOperation.Capture))
        {
            return Invalid(
                $"Only a sale or a captured authorization can be refunded; this is shown as {sale.Type}. Void an authorization instead."
            );
        }

        if (Unapproved(sale, profile) is { } unapproved)
        {
            return unapproved;
        }

        // The processed amount counts, which after a conversion has a currency other than that of the requested amount.
        var taken = sale.Returnable!.Value;
        var left = original.Returned is { } returned ? taken - returned : taken;
        if (request.Amount.Currency != left.Currency)
        {
            return Invalid(
                $"The transaction was processed in {left.Currency.Code}, so a refund in {request.Amount.Currency.Code} is not possible; {left} can be refunded."
            );
        }

        return request.Amount > left
            ? ProviderRefusal.Rejected(
                left.IsPositive ? PaymentReason.ExceedsAvailableAmount : PaymentReason.AlreadyReversed,
                $"Of {taken}, only {left} is left to refund, less than {request.Amount}."
            )
            : null;
    }

    private static ProviderRefusal? Unapproved(ProviderTransaction transaction, AdapterProfile profile) =>
        Unresolved(transaction, profile)
        ?? transaction.Status switch
        {
            ProviderStatus.Approved => null,
            ProviderStatus.Reversed => ProviderRefusal.Rejected(
                PaymentReason.AlreadyReversed,
                "The transaction is already voided or fully refunded."
            ),
            ProviderStatus.WaitingForCustomer or ProviderStatus.WaitingForProvider => Invalid(
                $"The transaction is not final yet: it is shown as {transaction.Status}."
            ),
            _ => Invalid(
                $"The transaction took no money, so there is nothing to refund: it is shown as {transaction.Status}."
            ),
        };

    // A party outside this library may know more, but the provider decides by its own record.
    private static ProviderRefusal? Unresolved(ProviderTransaction transaction, AdapterProfile profile) =>
        transaction.Status is ProviderStatus.TimedOut or ProviderStatus.ConnectionFailed or ProviderStatus.NeverSent
            ? ProviderRefusal.Rejected(
                TransactionEvidence.Meaning(transaction.Status).Reason,
                $"The provider's own record does not show yet how the transaction ended ({transaction.Status}). {profile.UnresolvedAdvice}"
            )
            : null;

    private static bool IsUse(ProviderTransaction child, bool mayBeCapturedAgain) =>
        (
            child.Type is PaymentOperation.Void or PaymentOperation.Refund
            || (child.Type is PaymentOperation.Capture or PaymentOperation.Sale && !mayBeCapturedAgain)
        )
        && TransactionEvidence.Meaning(child.Status).Outcome
            is not (PaymentOutcome.Declined or PaymentOutcome.Rejected);

    private static ProviderRefusal NotOpen(string text) =>
        ProviderRefusal.Rejected(PaymentReason.AuthorizationNotOpen, text);

    private static ProviderRefusal Invalid(string text) => ProviderRefusal.Rejected(PaymentReason.InvalidRequest, text);
}
