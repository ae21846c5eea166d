using PaymentAbstractions.Adapters;
using PaymentAbstractions.Http;
using PaymentAbstractions.Rebilly.Wire;

namespace PaymentAbstractions.Rebilly;

/// <summary>Sales, authorizations, set-ups and credits: one write, judged by its answer.</summary>
internal sealed class ChargeFlow(
    RebillyAccount account,
    RebillyClient client,
    ResultFactory results,
    OpenAuthorizations openAuthorizations,
    SentCharges sent,
    RequestIdLookup byRequestId
)
{
    private readonly OpenAuthorizationGuard _guard = new(account, client, results, openAuthorizations);

    public async Task<PaymentResult> ExecuteAsync(PaymentMethodRequest request, RunningAttempt attempt)
    {
        var wireKey = account.WireKey(request.IdempotencyKey);
        var isRepeat = sent.Begin(account, wireKey);
        PaymentResult? result = null;
        try
        {
            result = await RunAsync(request, wireKey, attempt).ConfigureAwait(false);
            return isRepeat ? results.OfRepeat(request, result) : result;
        }
        finally
        {
            if ((result?.MoneyMayHaveMoved ?? attempt.SendHasBegun) is false)
            {
                Settle(wireKey, result);
            }
        }
    }

    // Only a transaction that was declined speaks for every attempt under the key.
    private void Settle(string wireKey, PaymentResult? result)
    {
        if (result?.Transaction is null)
        {
            sent.Release(account, wireKey);
        }
        else
        {
            sent.Forget(account, wireKey);
        }
    }

    private async Task<PaymentResult> RunAsync(PaymentMethodRequest request, string wireKey, RunningAttempt attempt)
    {
        if (
            request.Operation == PaymentOperation.Sale
            && await _guard.RefuseAsync(request, InstrumentOf(request), attempt).ConfigureAwait(false) is { } refused
        )
        {
            return refused;
        }

        var authorizes = request.Operation == PaymentOperation.Authorize && !request.Amount.IsZero;
        var isNew =
            authorizes
            && openAuthorizations.Opening(
                account,
                wireKey,
                request.Customer!.Id,
                request.Amount,
                InstrumentOf(request)
            );
        PaymentResult? result = null;
        try
        {
            var body = TransactionWriter.Transaction(request, account);
            var answer =
                request.Operation == PaymentOperation.Credit
                    ? await client.PostPayoutAsync(body, attempt).ConfigureAwait(false)
                    : await client.PostTransactionAsync(body, attempt).ConfigureAwait(false);
            result = await JudgeAsync(request, wireKey, answer, attempt).ConfigureAwait(false);
            return result;
        }
        finally
        {
            // A repeat that was refused or not sent says nothing about the authorization that the first one may have opened.
            if (
                authorizes
                && (result?.MoneyMayHaveMoved ?? attempt.SendHasBegun) is false
                && (isNew || result?.Transaction is not null)
            )
            {
                openAuthorizations.NotOpened(account, wireKey);
            }
        }
    }

    private async Task<PaymentResult> JudgeAsync(
        PaymentMethodRequest request,
        string wireKey,
        TransportAnswer answer,
        RunningAttempt attempt
    )
    {
        var expected = new Expectation
        {
            Types = [request.Operation],
            Amount = request.Amount,
            CustomerId = request.Customer!.Id,
            WireKey = wireKey,
            // A duplicate may be answered with the transaction that was made under the requestId before.
            Earliest = Instants.Before(
                attempt.StartedAt,
                RebillyAccount.RequestIdWindow + RebillyAccount.ClockTolerance
            ),
            Latest = byRequestId.Latest(attempt.StartedAt),
            AllowPartial = request is ChargeRequest { AllowPartialApproval: true },
        };
        if (answer is { Evidence: TransportEvidence.Answered, StatusCode: 200 or 201 })
        {
            if (!answer.TryReadJson(RebillyJsonContext.Default.TransactionBody, out var body, out var problem))
            {
                return results.Unreadable(request, answer, problem);
            }

            var result = Judge(request, body, expected, answer, wireKey);
            return result.Outcome == PaymentOutcome.PartiallyApproved
                ? await ConfirmPartAsync(request, expected, result, wireKey, attempt).ConfigureAwait(false)
                : result;
        }

        // A conflict says that the requestId was used before: whatever that transaction proves, this one proves as well.
        if (answer is { Evidence: TransportEvidence.Answered, StatusCode: 409 })
        {
            var earliest = Instants.Before(attempt.StartedAt, RebillyAccount.RequestIdWindow);
            var found = await attempt
                .PrepareAsync(token =>
                    byRequestId.FindAsync(wireKey, expected, earliest, byRequestId.Latest(attempt.StartedAt), token)
                )
                .ConfigureAwait(false);
            return found is { Match: { } match, Read: { } read }
                ? Judge(request, match, expected, read.Answer, wireKey)
                : results.Without(
                    request,
                    PaymentOutcome.Unknown,
                    PaymentReason.DuplicateKey,
                    $"Rebilly reports a conflict. {found.Explanation}",
                    answer
                ) with
                {
                    Anomaly = found.Anomaly,
                };
        }

        return Refusal.ToResult(request, answer, results, account);
    }

    // Nothing that was asked for says how large a part is, so the answer has to agree with the record.
    private async Task<PaymentResult> ConfirmPartAsync(
        PaymentMethodRequest request,
        Expectation expected,
        PaymentResult part,
        string wireKey,
        RunningAttempt attempt
    )
    {
        var id = part.Transaction!.TransactionId;
        var read = await attempt.PrepareAsync(token => client.GetTransactionAsync(id, token)).ConfigureAwait(false);
        if (!read.HasValue || read.Value.Id != id)
        {
            return results.Without(
                request,
                PaymentOutcome.Unknown,
                PaymentReason.NoTrustworthyAnswer,
                $"{part.ApprovedAmount} were said to be approved, and the transaction could not be read to confirm it.",
                read.Answer
            ) with
            {
                Transaction = part.Transaction,
            };
        }

        var shown = Judge(request, read.Value, expected, read.Answer, wireKey);
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
                    ?? new PaymentAnomaly
                    {
                        Kind = AnomalyKind.Amount,
                        Description = "The answer and the transaction show different amounts.",
                        Transactions = [part.Transaction],
                    },
            };
    }

    private PaymentResult Judge(
        PaymentMethodRequest request,
        TransactionBody body,
        Expectation expected,
        TransportAnswer answer,
        string wireKey
    )
    {
        var verdict = TransactionEvidence.Judge(body, expected, account);
        var result = results.FromTransaction(request, body, verdict, answer, request.Amount);
        if (
            request.Operation == PaymentOperation.Authorize
            && result is { Transaction: { } reference, Reason: not PaymentReason.AnswerContradictsRequest }
        )
        {
            openAuthorizations.Opened(
                account,
                wireKey,
                reference.TransactionId,
                body.PaymentInstrument?.PaymentInstrumentId
            );
        }

        // A sale that captured an authorization: both are part of the contradiction.
        if (
            verdict.Anomaly is { Kind: AnomalyKind.TransactionType } anomaly
            && account.Reference(body.ParentTransactionId) is { } parent
        )
        {
            result = result with { Anomaly = anomaly with { Transactions = [.. anomaly.Transactions, parent] } };
        }

        return result;
    }

    private static string? InstrumentOf(PaymentMethodRequest request) =>
        (request.PaymentMethod as StoredPaymentMethod)?.Id;
}
