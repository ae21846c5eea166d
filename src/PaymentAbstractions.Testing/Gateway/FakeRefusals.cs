namespace PaymentAbstractions.Testing;

/// <summary>The refusals of a provider according to its own record, in addition to those of the journal.</summary>
internal static class FakeRefusals
{
    public static (PaymentReason Reason, string Message)? Find(
        PaymentRequest request,
        TransactionState? original,
        GatewayCapabilities capabilities,
        DateTimeOffset now
    ) =>
        (request, original) switch
        {
            ({ Original: null }, _) => null,
            (_, null) => (PaymentReason.NotFound, "The fake provider does not have the transaction."),
            (
                _,
                {
                    Outcome: not (
                        PaymentOutcome.Approved
                        or PaymentOutcome.PartiallyApproved
                        or PaymentOutcome.Reversed
                    )
                }
            ) => (PaymentReason.InvalidRequest, "The transaction has not moved or held any money."),
            (VoidRequest, { Type: PaymentOperation.Credit or PaymentOperation.Setup or PaymentOperation.Void }) => (
                PaymentReason.InvalidRequest,
                $"A {original.Type} cannot be voided."
            ),
            (VoidRequest { IfSettled: IfSettled.Refuse }, { SettledAt: not null }) => (
                PaymentReason.AlreadySettled,
                "The transaction is settled; refund it instead."
            ),
            (CaptureRequest, { AuthorizationExpiresAt: { } end }) when end <= now => (
                PaymentReason.AuthorizationExpired,
                $"The authorization expired at {end:u}."
            ),
            (CaptureRequest capture, _) when !capabilities.PartialCapture && capture.Amount < Left(original) => (
                PaymentReason.InvalidRequest,
                $"Only the whole {Left(original)} can be captured."
            ),
            (RefundRequest refund, _) when !capabilities.PartialRefund && refund.Amount < Left(original) => (
                PaymentReason.InvalidRequest,
                $"Only the whole {Left(original)} can be refunded."
            ),
            _ => null,
        };

    /// <summary>
    /// The amount of an authorization that can still be captured, or the amount of another transaction that can be given back.
    /// </summary>
    public static Money Left(TransactionState state)
    {
        var gone = state.Type == PaymentOperation.Authorize ? state.CapturedAmount : state.RefundedAmount;
        var whole = state.AuthorizedAmount ?? state.ProcessedAmount ?? default;
        return gone is { } part && part.Currency == whole.Currency ? whole - part : whole;
    }
}
