using PaymentAbstractions.Adapters;
using PaymentAbstractions.Rebilly.Wire;

namespace PaymentAbstractions.Rebilly;

/// <summary>Reads the gateway's answer about a transaction for which Rebilly itself has no final result.</summary>
internal static class GatewayQuery
{
    public static FindResult Settle(TransactionState state, JsonFields body, bool isOfAttempt)
    {
        var (status, result) = (body.DecidingText("status"), body.DecidingText("result"));
        var amount = ProviderMoney.Read(body.DecidingFigure("amount"), body.DecidingText("currency"));
        if (body.DecidingText("transactionId") != state.Transaction.TransactionId || body.Problem is not null)
        {
            return FindResult.Found(state);
        }

        if (
            isOfAttempt
            && state.Reason == PaymentReason.ProviderNeverSent
            && (status, result) is (Vocabulary.NeverSent, Vocabulary.Unknown or Vocabulary.Canceled)
        )
        {
            return FindResult.ProvenAbsent(
                "Rebilly never sent the transaction to the gateway, and a query at the gateway confirms that."
            );
        }

        return FindResult.Found(
            StatusTable.Lookup(status, result) switch
            {
                ProviderStatus.Declined => Ended(state, PaymentOutcome.Declined, PaymentReason.DeclinedByIssuer),
                ProviderStatus.Canceled => Ended(state, PaymentOutcome.Declined, PaymentReason.Canceled),
                ProviderStatus.Abandoned => Ended(state, PaymentOutcome.Declined, PaymentReason.Abandoned),
                ProviderStatus.Approved when amount is not null && amount == state.RequestedAmount => Ended(
                    state,
                    PaymentOutcome.Approved,
                    PaymentReason.None
                ),
                ProviderStatus.Reversed when amount is not null && amount == state.RequestedAmount => Ended(
                    state,
                    PaymentOutcome.Reversed,
                    PaymentReason.AlreadyReversed
                ),
                _ => state,
            }
        );
    }

    private static TransactionState Ended(TransactionState state, PaymentOutcome outcome, PaymentReason reason)
    {
        var amount = outcome is PaymentOutcome.Approved or PaymentOutcome.Reversed ? state.RequestedAmount : null;
        return state with
        {
            Outcome = outcome,
            Reason = reason,
            ProcessedAmount = amount,
            AuthorizedAmount = state.Type == PaymentOperation.Authorize ? amount : null,
            CapturedAmount = state.Type is PaymentOperation.Sale or PaymentOperation.Capture ? amount : null,
            RefundedAmount = state.Type == PaymentOperation.Refund ? amount : null,
            VoidedAmount = state.Type == PaymentOperation.Void ? amount : null,
        };
    }
}
