using PaymentAbstractions.Http;
using PaymentAbstractions.Rebilly.Wire;

namespace PaymentAbstractions.Rebilly;

/// <summary>Puts a transaction as Rebilly shows it into the neutral shape.</summary>
internal static class TransactionStates
{
    public static TransactionState Of(
        TransactionBody body,
        RebillyAccount account,
        Expectation? expected,
        TransportAnswer answer
    )
    {
        var type = Vocabulary.OperationOf(body.Type);
        var verdict = TransactionEvidence.Judge(body, expected ?? new Expectation { Types = [type] }, account);
        var amount = verdict.ApprovedAmount;
        var processed = verdict.ProcessedAmount;
        var brand = CardBrand.FromBin(body.Bin);
        var shown = ShownText.For(account);
        return new TransactionState
        {
            Transaction = account.Reference(body.Id)!,
            Type = type,
            Outcome = verdict.Outcome,
            Reason = verdict.Reason,
            RequestedAmount = TransactionEvidence.RequestedAmount(body),
            ProcessedAmount = processed,
            AuthorizedAmount = type == PaymentOperation.Authorize ? amount : null,
            CapturedAmount = type is PaymentOperation.Sale or PaymentOperation.Capture ? amount : null,
            // A partly refunded transaction does not tell how much: that takes its children.
            RefundedAmount =
                type == PaymentOperation.Refund ? amount
                : body.Status == Vocabulary.Refunded ? processed
                : null,
            VoidedAmount =
                type == PaymentOperation.Void ? amount
                : body.Status == Vocabulary.Voided ? processed
                : null,
            Parent = account.Reference(body.ParentTransactionId),
            Children = [.. (body.ChildTransactions ?? []).Select(account.Reference).OfType<TransactionReference>()],
            CustomerId = body.CustomerId,
            Description = shown.Mask(body.Description),
            Code = ResultFactory.Code(body.Gateway?.Response?.Code, brand, verdict.Outcome),
            Provider = TransactionDetails.Provider(body, shown),
            Verification = TransactionDetails.Verification(body, brand),
            PaymentMethod = TransactionDetails.PaymentMethod(body, brand, shown, sent: null),
            BillingDescriptor = shown.Mask(body.BillingDescriptor),
            NextAction = ResultFactory.NextActionOf(body, verdict.Reason),
            CreatedAt = body.CreatedTime,
            SettledAt = body.SettlementTime,
            AuthorizationExpiresAt = type == PaymentOperation.Authorize ? ResultFactory.ExpiryOf(body) : null,
            DisputeStatus = Dispute(body),
            Revision = body.Revision,
            Anomaly = verdict.Anomaly,
            Answer = account.KeepsAnswer(verdict.Outcome) ? shown.Mask(answer) : null,
        };
    }

    /// <summary>The same transaction after the gateway's word on it.</summary>
    public static TransactionState Settled(TransactionState state, PaymentOutcome outcome, PaymentReason reason)
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

    // Any of the three fields tells of a dispute, and not all of them need be there.
    private static DisputeStatus Dispute(TransactionBody body) =>
        body.DisputeStatus switch
        {
            null or "" when body.IsDisputed == true || body.Status == Vocabulary.Disputed => DisputeStatus.Unknown,
            null or "" => DisputeStatus.None,
            "response-needed" => DisputeStatus.ResponseNeeded,
            "under-review" => DisputeStatus.UnderReview,
            "forfeited" => DisputeStatus.Forfeited,
            "won" => DisputeStatus.Won,
            "lost" => DisputeStatus.Lost,
            _ => DisputeStatus.Unknown,
        };
}
