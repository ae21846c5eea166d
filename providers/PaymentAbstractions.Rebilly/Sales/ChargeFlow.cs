using PaymentAbstractions.Adapters;
using PaymentAbstractions.Http;
using PaymentAbstractions.Rebilly.Wire;

namespace PaymentAbstractions.Rebilly;

/// <summary>Sales, authorizations, set-ups and credits: one write, judged by its answer.</summary>
internal sealed class ChargeFlow(
    RebillyAccount account,
    RebillyClient client,
    ResultFactory results,
    RequestIdLookup byRequestId
)
{
    private readonly OpenAuthorizationRule _authorizations = new(account, client, results);

    public async Task<PaymentResult> ExecuteAsync(PaymentMethodRequest request, RunningAttempt attempt)
    {
        if (await PrepareAsync(request, attempt).ConfigureAwait(false) is { } refused)
        {
            return refused;
        }

        var body = TransactionWriter.Transaction(request, account);
        var answer =
            request.Operation == PaymentOperation.Credit
                ? await client.PostPayoutAsync(body, attempt).ConfigureAwait(false)
                : await client.PostTransactionAsync(body, attempt).ConfigureAwait(false);
        var wireKey = account.WireKey(request.IdempotencyKey);
        return await JudgeAsync(request, wireKey, answer, attempt).ConfigureAwait(false);
    }

    private async Task<PaymentResult?> PrepareAsync(PaymentMethodRequest request, RunningAttempt attempt)
    {
        var refused = request is SaleRequest sale
            ? await _authorizations.RefuseAsync(sale, attempt).ConfigureAwait(false)
            : null;
        // Nothing that was read is needed later; but what was waited for is over only once that is recorded.
        return refused is null && attempt.MustAmend
            ? await attempt.AmendAsync(new AttemptReading()).ConfigureAwait(false)
            : refused;
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

            var result = Judge(request, body, expected, answer);
            return result.Outcome == PaymentOutcome.PartiallyApproved
                ? await ConfirmPartAsync(request, expected, result, attempt).ConfigureAwait(false)
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
                ? Judge(request, match, expected, read.Answer)
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

        var shown = Judge(request, read.Value, expected, read.Answer);
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
        TransportAnswer answer
    )
    {
        var verdict = TransactionEvidence.Judge(body, expected, account);
        var result = results.FromTransaction(request, body, verdict, answer, request.Amount);
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
}
