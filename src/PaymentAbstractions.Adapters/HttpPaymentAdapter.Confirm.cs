namespace PaymentAbstractions.Adapters;

public abstract partial class HttpPaymentAdapter
{
    /// <summary>Confirms an operation that changes the original. It is trusted only when the original shows it.</summary>
    private async Task<PaymentResult> ConfirmedAsync(
        AdapterAttempt attempt,
        Expectation expected,
        ProviderTransaction claim,
        RunningAttempt running
    )
    {
        var request = attempt.Request!;
        var id = attempt.Attempt.Original!.TransactionId;
        if (claim.Id != id || claim.Contradiction is not null)
        {
            return _results.Without(
                request,
                PaymentOutcome.Unknown,
                PaymentReason.NoTrustworthyAnswer,
                claim.Contradiction ?? "The answer reports success for another transaction, or for none.",
                claim.Answer
            ) with
            {
                Transaction = Reference(id),
            };
        }

        var read = await running.PrepareAsync(token => ReadTransactionAsync(id, token)).ConfigureAwait(false);
        if (read.Transaction is not { } after)
        {
            return _results.Without(
                request,
                PaymentOutcome.Unknown,
                PaymentReason.NoTrustworthyAnswer,
                $"The provider reports success, but the read to confirm it failed. {read.Problem}",
                read.Answer
            ) with
            {
                Transaction = Reference(id),
            };
        }

        return Judge(attempt, expected, ShownAs(after, attempt, isClaimed: true) ?? NotDone(after, attempt));
    }

    private static ProviderTransaction NotDone(ProviderTransaction after, AdapterAttempt attempt) =>
        after with
        {
            Type = attempt.PerformsAs,
            Contradiction =
                $"The provider reports a {attempt.PerformsAs}, but the transaction is shown as {after.Type}, {after.Status}.",
        };

    // The request does not determine the size of a part, so the answer must agree with the record.
    private async Task<PaymentResult> ConfirmPartAsync(
        AdapterAttempt attempt,
        Expectation expected,
        PaymentResult part,
        RunningAttempt running
    )
    {
        var id = part.Transaction!.TransactionId;
        var read = await running.PrepareAsync(token => ReadTransactionAsync(id, token)).ConfigureAwait(false);
        if (read.Transaction is not { } transaction)
        {
            return _results.Without(
                attempt.Request!,
                PaymentOutcome.Unknown,
                PaymentReason.NoTrustworthyAnswer,
                $"The answer approves {part.ApprovedAmount}, but the transaction could not be read to confirm it. {read.Problem}",
                read.Answer
            ) with
            {
                Transaction = part.Transaction,
            };
        }

        var shown = Judge(attempt, expected, transaction);
        return shown.Outcome == PaymentOutcome.PartiallyApproved && shown.ApprovedAmount == part.ApprovedAmount
            ? part
            : shown with
            {
                Outcome = PaymentOutcome.Unknown,
                Reason = PaymentReason.AnswerContradictsRequest,
                ApprovedAmount = null,
                Message =
                    $"The answer approves {part.ApprovedAmount}, but the transaction shows {shown.ApprovedAmount?.ToString() ?? "something else"}.",
                Anomaly =
                    shown.Anomaly
                    ?? _evidence.Anomaly(
                        AnomalyKind.Amount,
                        "The answer and the transaction show different amounts.",
                        transaction
                    ),
            };
    }
}
