using PaymentAbstractions.Http;
using PaymentAbstractions.VirtualTerminal.Wire;

namespace PaymentAbstractions.VirtualTerminal;

/// <summary>Puts a transaction as the provider shows it into the neutral shape.</summary>
/// <remarks>The provider's own code is the status, because the time of settlement is not told.</remarks>
internal static class TransactionStates
{
    public static TransactionState Of(
        long id,
        TransactionBody body,
        VirtualTerminalAccount account,
        TransportAnswer answer
    )
    {
        var type = Vocabulary.OperationOf(body.TransactionType);
        var status = Vocabulary.StatusOf(body.Status);
        var total = VirtualTerminalMoney.Read(body.TotalAmount, account.Currency);
        var (outcome, reason) = (status, type) switch
        {
            (TransactionStatus.Failed, _) => (PaymentOutcome.Declined, PaymentReason.DeclinedByIssuer),
            _ when total is null || type == PaymentOperation.Unknown => (
                PaymentOutcome.Unknown,
                PaymentReason.UnrecognizedStatus
            ),
            (TransactionStatus.Voided, _) => (PaymentOutcome.Reversed, PaymentReason.AlreadyReversed),
            (TransactionStatus.NotSettled or TransactionStatus.Settled, _) => (
                PaymentOutcome.Approved,
                PaymentReason.None
            ),
            _ => (PaymentOutcome.Unknown, PaymentReason.UnrecognizedStatus),
        };
        var amount = outcome is PaymentOutcome.Approved or PaymentOutcome.Reversed ? total : null;
        return new TransactionState
        {
            Transaction = account.Reference(id),
            Type = type,
            Outcome = outcome,
            Reason = reason,
            RequestedAmount = total,
            ProcessedAmount = amount,
            AuthorizedAmount = type == PaymentOperation.Authorize ? amount : null,
            CapturedAmount = type == PaymentOperation.Sale && !HidesTheCapture(body, total, account) ? amount : null,
            VoidedAmount = status == TransactionStatus.Voided ? amount : null,
            CustomerId = TransactionDetails.Text(body.CustomerId),
            Description = account.Shown.Mask(body.Description),
            Provider = TransactionDetails.Provider(body, id, account),
            PaymentMethod = TransactionDetails.PaymentMethod(body, account),
            CommercialData = new CommercialDataResult { ReportedLevel = TransactionEvidence.LevelOf(body) },
            CreatedAt = TransactionTime.Read(body.TransactionTime),
            Answer = account.KeepsAnswer(outcome) ? account.Shown.Mask(answer) : null,
        };
    }

    // Two figures that differ: nobody knows which of them was captured.
    private static bool HidesTheCapture(TransactionBody body, Money? total, VirtualTerminalAccount account) =>
        body.CaptureAmount is not (null or 0)
        && VirtualTerminalMoney.Read(body.CaptureAmount, account.Currency) != total;
}
