namespace PaymentAbstractions.Adapters;

public abstract partial class HttpPaymentAdapter
{
    /// <summary>What is done in place is believed only when the original shows it.</summary>
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
                claim.Contradiction ?? "The answer claims success for no or another transaction.",
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
                $"The provider claims success; the read to confirm it failed. {read.Problem}",
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
                $"The provider claims a {attempt.PerformsAs}, and the transaction is shown as {after.Type}, {after.Status}.",
        };

    // Nothing that was asked for says how large a part is, so the answer has to agree with the record.
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
                $"{part.ApprovedAmount} were said to be approved, and the transaction could not be read to confirm it. {read.Problem}",
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
                    $"{part.ApprovedAmount} were said to be approved, and the transaction shows {shown.ApprovedAmount?.ToString() ?? "something else"}.",
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
