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
        var brand = CardBrandByBin.Of(body.Bin);
        var shown = ShownText.For(account);
        return new TransactionState
        {
            Transaction = account.Reference(body.Id)!,
            Type = type,
            Outcome = verdict.Outcome,
            Reason = verdict.Reason,
            RequestedAmount = TransactionEvidence.RequestedAmount(body),
            AuthorizedAmount = type == PaymentOperation.Authorize ? amount : null,
            CapturedAmount = type is PaymentOperation.Sale or PaymentOperation.Capture ? amount : null,
            RefundedAmount = Refunded(body, type, amount),
            VoidedAmount = type == PaymentOperation.Void || body.Status == Vocabulary.Voided ? amount : null,
            Parent = account.Reference(body.ParentTransactionId),
            Children = [.. (body.ChildTransactions ?? []).Select(account.Reference).OfType<TransactionReference>()],
            CustomerId = body.CustomerId,
            PaymentMethodId = body.PaymentInstrument?.PaymentInstrumentId,
            Description = shown.Mask(body.Description),
            Code = ResultFactory.Code(body.Gateway?.Response?.Code, brand, verdict.Outcome),
            ProviderCode = shown.Mask(body.Gateway?.Response?.Code),
            ProviderMessage = shown.Mask(body.Gateway?.Response?.Message),
            NextAction = ResultFactory.NextActionOf(body, verdict.Reason),
            CreatedAt = body.CreatedTime,
            SettledAt = body.SettlementTime,
            AuthorizationExpiresAt = type == PaymentOperation.Authorize ? ResultFactory.ExpiryOf(body) : null,
            AcquirerReferenceNumber = body.Arn,
            DisputeStatus = Dispute(body.DisputeStatus),
            Revision = body.Revision,
            Anomaly = verdict.Anomaly,
            Answer = shown.Mask(answer),
        };
    }

    /// <summary>The same transaction after the gateway's word on it.</summary>
    public static TransactionState Settled(TransactionState state, PaymentOutcome outcome, PaymentReason reason)
    {
        var amount = outcome == PaymentOutcome.Approved ? state.RequestedAmount : null;
        return state with
        {
            Outcome = outcome,
            Reason = reason,
            AuthorizedAmount = state.Type == PaymentOperation.Authorize ? amount : null,
            CapturedAmount = state.Type is PaymentOperation.Sale or PaymentOperation.Capture ? amount : null,
            RefundedAmount = state.Type == PaymentOperation.Refund ? amount : null,
            VoidedAmount = state.Type == PaymentOperation.Void ? amount : null,
        };
    }

    // A partly refunded transaction does not tell how much: that takes its children.
    private static Money? Refunded(TransactionBody body, PaymentOperation type, Money? amount) =>
        type == PaymentOperation.Refund || body.Status == Vocabulary.Refunded ? amount : null;

    private static DisputeStatus Dispute(string? status) =>
        status switch
        {
            null or "" => DisputeStatus.None,
            "response-needed" => DisputeStatus.ResponseNeeded,
            "under-review" => DisputeStatus.UnderReview,
            "forfeited" => DisputeStatus.Forfeited,
            "won" => DisputeStatus.Won,
            "lost" => DisputeStatus.Lost,
            _ => DisputeStatus.Unknown,
        };
}
