using PaymentAbstractions.Http;

namespace PaymentAbstractions.VirtualTerminal;

/// <summary>Puts verdicts into the neutral shape.</summary>
internal sealed class ResultFactory(VirtualTerminalAccount account)
{
    public PaymentResult Of(PaymentRequest request, Verdict verdict, TransportAnswer answer)
    {
        var approved = verdict.Outcome == PaymentOutcome.Approved;
        return Without(request, verdict.Outcome, verdict.Reason, verdict.Message) with
        {
            Transaction = verdict.TransactionId > 0 ? account.Reference(verdict.TransactionId) : null,
            Code = approved
                ? ResponseCode.Parse("00").WithSource(ResponseCodeSource.Derived)
                : verdict.Code?.ForBrand(CardBrand.FromProvider(verdict.Body?.CardType)),
            Provider = TransactionDetails.Provider(verdict.Body, verdict.TransactionId, account) with
            {
                Message = verdict.Refusal?.Text ?? account.Shown.Mask(verdict.Body?.Message),
                AuthorizationCode = approved ? account.Shown.Mask(verdict.Body?.AuthorizationCode) : null,
                GatewayTransactionId = verdict.Refusal?.Reference,
            },
            PaymentMethod = TransactionDetails.PaymentMethod(verdict.Body, account),
            RetryAt = verdict.Reason == PaymentReason.RateLimited ? answer.RetryAt(account.Time.GetUtcNow()) : null,
            Anomaly = verdict.Anomaly,
            Answer = account.KeepsAnswer(verdict.Outcome) ? account.Shown.Mask(answer) : null,
        };
    }

    public PaymentResult Without(
        PaymentRequest request,
        PaymentOutcome outcome,
        PaymentReason reason,
        string? message
    ) =>
        new()
        {
            Outcome = outcome,
            Operation = request.Operation,
            Reason = reason,
            Message = message,
            Gateway = account.Gateway,
            IdempotencyKey = request.IdempotencyKey,
            RequestedAmount = request.Amount,
        };

    public PaymentResult Rejected(PaymentRequest request, PaymentReason reason, string message) =>
        Without(request, PaymentOutcome.Rejected, reason, message);

    /// <summary>A read before the write that brought no transaction: nothing was sent.</summary>
    public PaymentResult NotPrepared(PaymentRequest request, TransactionRead read) =>
        read.IsNotFound ? Rejected(request, PaymentReason.NotFound, "The provider does not know the transaction.")
        : read.Answer.StatusCode is 401 or 403
            ? Rejected(
                request,
                PaymentReason.InvalidCredentials,
                $"HTTP {read.Answer.StatusCode}: the credentials were not accepted."
            )
        : Without(
            request,
            PaymentOutcome.NotSent,
            PaymentReason.PreparationFailed,
            $"The transaction could not be read first, so nothing was sent. {(read.ShowsAnother ? "The answer shows another one." : read.Answer.Description)}"
        );

    /// <summary>The provider claims success, and the read that belongs to it does not confirm it.</summary>
    public PaymentResult Unconfirmed(PaymentRequest request, TransactionRead read, string message) =>
        Without(
            request,
            PaymentOutcome.Unknown,
            read.HasValue ? PaymentReason.AnswerContradictsRequest : PaymentReason.NoTrustworthyAnswer,
            read.HasValue
                ? message
                : $"The provider claims success; the read to confirm it failed. {read.Answer.Description}"
        ) with
        {
            Transaction = account.Reference(read.Id),
            Provider = TransactionDetails.Provider(read.Body, read.Id, account),
            PaymentMethod = TransactionDetails.PaymentMethod(read.Body, account),
            Anomaly = read.HasValue
                ? new PaymentAnomaly
                {
                    Kind = AnomalyKind.Other,
                    Description = message,
                    Transactions = [account.Reference(read.Id)],
                }
                : null,
            Answer = account.Shown.Mask(read.Answer),
        };
}
