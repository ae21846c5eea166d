namespace PaymentAbstractions.Testing;

/// <summary>What a provider refuses because of what its books say.</summary>
internal static class FakeRefusals
{
    public static (PaymentReason Reason, string Message)? Find(
        PaymentRequest request,
        TransactionState? original,
        GatewayCapabilities capabilities
    ) =>
        request switch
        {
            CaptureRequest or VoidRequest or RefundRequest when original is null => (
                PaymentReason.NotFound,
                "The fake gateway has no such transaction."
            ),
            CaptureRequest capture => OfCapture(capture, original!, capabilities),
            VoidRequest voiding => OfVoid(voiding, original!),
            RefundRequest refund => OfRefund(refund, original!, capabilities),
            _ => null,
        };

    private static (PaymentReason, string)? OfCapture(
        CaptureRequest request,
        TransactionState authorization,
        GatewayCapabilities capabilities
    )
    {
        if (
            authorization is not { Type: PaymentOperation.Authorize, AuthorizedAmount: { } held, VoidedAmount: null }
            || (authorization.CapturedAmount is { IsPositive: true } && !capabilities.MultiCapture)
        )
        {
            return (PaymentReason.AuthorizationNotOpen, "It is no authorization that is open.");
        }

        var left = authorization.CapturedAmount is { } captured ? held - captured : held;
        if (request.Amount.Currency != left.Currency)
        {
            return (PaymentReason.InvalidRequest, $"The authorization is in {left.Currency}.");
        }

        if (request.Amount > left)
        {
            return (PaymentReason.ExceedsAvailableAmount, $"Only {left} is left to capture.");
        }

        return request.Amount < left && !capabilities.PartialCapture
            ? (PaymentReason.InvalidRequest, $"Only the whole {left} can be captured.")
            : null;
    }

    private static (PaymentReason, string)? OfVoid(VoidRequest request, TransactionState transaction)
    {
        if (!IsMoney(transaction))
        {
            return (PaymentReason.InvalidRequest, "Only what took or holds money can be voided.");
        }

        if (transaction.VoidedAmount is not null || transaction.RefundedAmount is not null)
        {
            return (PaymentReason.AlreadyReversed, "It has been voided or refunded before.");
        }

        if (transaction is { Type: PaymentOperation.Authorize, CapturedAmount.IsPositive: true })
        {
            return (PaymentReason.AuthorizationNotOpen, "It has been captured; void or refund the capture.");
        }

        return transaction.SettledAt is not null && request.IfSettled == IfSettled.Refuse
            ? (PaymentReason.AlreadySettled, "It is settled; refund it.")
            : null;
    }

    private static (PaymentReason, string)? OfRefund(
        RefundRequest request,
        TransactionState transaction,
        GatewayCapabilities capabilities
    )
    {
        if (!IsMoney(transaction) || transaction.Type == PaymentOperation.Authorize)
        {
            return (PaymentReason.InvalidRequest, "Only a sale or a capture can be refunded.");
        }

        if (transaction.VoidedAmount is not null)
        {
            return (PaymentReason.AlreadyReversed, "It has been voided before.");
        }

        var left = FakeStates.Remaining(transaction);
        if (request.Amount.Currency != left.Currency)
        {
            return (PaymentReason.InvalidRequest, $"The transaction is in {left.Currency}.");
        }

        if (request.Amount > left)
        {
            return left.IsZero
                ? (PaymentReason.AlreadyReversed, "It has been refunded before.")
                : (PaymentReason.ExceedsAvailableAmount, $"Only {left} is left to refund.");
        }

        return request.Amount < left && !capabilities.PartialRefund
            ? (PaymentReason.InvalidRequest, $"Only the whole {left} can be refunded.")
            : null;
    }

    private static bool IsMoney(TransactionState transaction) =>
        transaction
            is {
                Type: PaymentOperation.Sale or PaymentOperation.Authorize or PaymentOperation.Capture,
                Outcome: PaymentOutcome.Approved or PaymentOutcome.PartiallyApproved or PaymentOutcome.Reversed
            };
}
