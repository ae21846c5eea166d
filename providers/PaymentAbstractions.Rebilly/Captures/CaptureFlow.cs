using PaymentAbstractions.Http;
using PaymentAbstractions.Rebilly.Wire;

namespace PaymentAbstractions.Rebilly;

/// <summary>
/// A capture is a sale that Rebilly matches to an open authorization by itself; nothing can name which one. So it is sent only
/// when there is exactly one that it can take, and it counts only when the answer says that it took that one.
/// </summary>
/// <remarks>Source: create-transaction page (type) and core API reference; a fresh sale would charge the customer again.</remarks>
internal sealed class CaptureFlow(
    RebillyAccount account,
    RebillyClient client,
    ResultFactory results,
    OpenAuthorizations openAuthorizations,
    RequestIdLookup byRequestId
)
{
    public async Task<PaymentResult> ExecuteAsync(CaptureRequest request, PaymentCall call)
    {
        // Two captures at once could both find the authorization open; the second would be a fresh sale.
        var id = request.Authorization.TransactionId;
        using var turn = await openAuthorizations
            .Captures.EnterAsync($"{account.Fingerprint}:{id}", call.BeforeSend)
            .ConfigureAwait(false);
        var read = await client.GetTransactionAsync(id, call.BeforeSend).ConfigureAwait(false);
        if (Preparation.Failed(request, read, results, account) is { } failed)
        {
            return failed;
        }

        var authorization = read.Value!;
        var wireKey = account.WireKey(request.IdempotencyKey);
        var expected = new Expectation
        {
            Types = [PaymentOperation.Capture],
            Amount = request.Amount,
            CustomerId = authorization.CustomerId,
            ParentId = id,
            WireKey = wireKey,
        };
        if (CaptureRules.Refuse(request, authorization, account) is var (reason, message))
        {
            return await OwnEarlierCaptureAsync(request, expected, wireKey, call).ConfigureAwait(false)
                ?? results.Without(request, PaymentOutcome.Rejected, reason, message);
        }

        if (openAuthorizations.CaptureInDoubt(account, id) is { } other && other != wireKey)
        {
            return results.Without(
                request,
                PaymentOutcome.Rejected,
                PaymentReason.AuthorizationNotOpen,
                "A capture of this authorization under another key is in doubt; find that one first."
            );
        }

        if (await RefuseUnlessOnlyOneAsync(request, authorization, call).ConfigureAwait(false) is { } refused)
        {
            return refused;
        }

        return await SendAsync(request, authorization, expected, wireKey, call).ConfigureAwait(false);
    }

    private async Task<PaymentResult> SendAsync(
        CaptureRequest request,
        TransactionBody authorization,
        Expectation expected,
        string wireKey,
        PaymentCall call
    )
    {
        var body = TransactionWriter.Capture(request, authorization, account);
        var answer = await client.PostTransactionAsync(body, call).ConfigureAwait(false);
        var result = await JudgeAsync(request, answer, expected, wireKey, call).ConfigureAwait(false);
        if (result.Outcome is PaymentOutcome.Approved or PaymentOutcome.PartiallyApproved)
        {
            openAuthorizations.Closed(account, authorization.Id!);
        }
        else if (result.MoneyMayHaveMoved)
        {
            openAuthorizations.CaptureIsInDoubt(account, authorization.Id!, wireKey);
        }

        return result;
    }

    private async Task<PaymentResult> JudgeAsync(
        CaptureRequest request,
        TransportAnswer answer,
        Expectation expected,
        string wireKey,
        PaymentCall call
    )
    {
        if (answer is { Evidence: TransportEvidence.Answered, StatusCode: 200 or 201 })
        {
            if (!answer.TryReadJson(RebillyJsonContext.Default.TransactionBody, out var body, out var problem))
            {
                return results.Without(
                    request,
                    PaymentOutcome.Unknown,
                    PaymentReason.NoTrustworthyAnswer,
                    $"HTTP {answer.StatusCode} without a readable transaction ({problem}).",
                    answer
                );
            }

            var verdict = TransactionEvidence.Judge(body, expected, account);
            var result = results.FromTransaction(request, body, verdict, answer, request.Amount);
            return verdict.Anomaly is { } anomaly
                ? result with
                {
                    Anomaly = anomaly with { Transactions = [.. anomaly.Transactions, request.Authorization] },
                }
                : result;
        }

        if (answer is { Evidence: TransportEvidence.Answered, StatusCode: 409 })
        {
            return await OwnEarlierCaptureAsync(request, expected, wireKey, call).ConfigureAwait(false)
                ?? results.Without(
                    request,
                    PaymentOutcome.Unknown,
                    PaymentReason.DuplicateKey,
                    "Rebilly reports a conflict, and the transaction under this key was not found.",
                    answer
                );
        }

        return Refusal.ToResult(request, answer, results, account.Time);
    }

    /// <summary>A repeat of the same key: what the first one did is the answer.</summary>
    private async Task<PaymentResult?> OwnEarlierCaptureAsync(
        CaptureRequest request,
        Expectation expected,
        string wireKey,
        PaymentCall call
    )
    {
        var earliest = call.StartedAt - RebillyAccount.RequestIdWindow;
        var found = await byRequestId.FindAsync(wireKey, expected, earliest).ConfigureAwait(false);
        if (found is { Match: { } match, Read: { } read })
        {
            var verdict = TransactionEvidence.Judge(match, expected, account);
            return results.FromTransaction(request, match, verdict, read.Answer, request.Amount);
        }

        return found.Anomaly is null
            ? null
            : results.Without(request, PaymentOutcome.Unknown, PaymentReason.DuplicateKey, found.Explanation) with
            {
                Anomaly = found.Anomaly,
            };
    }

    private async Task<PaymentResult?> RefuseUnlessOnlyOneAsync(
        CaptureRequest request,
        TransactionBody authorization,
        PaymentCall call
    )
    {
        var open = await OpenAuthorizationList
            .ReadAsync(
                account,
                client,
                authorization.CustomerId!,
                request.Amount.Currency,
                authorization.PaymentInstrument!.PaymentInstrumentId,
                call.BeforeSend
            )
            .ConfigureAwait(false);
        if (open is null || open.TrueForAll(body => body.Id != authorization.Id))
        {
            return results.Without(
                request,
                PaymentOutcome.NotSent,
                PaymentReason.PreparationFailed,
                "Rebilly's list of open authorizations could not be read or does not show this one; no capture was sent."
            );
        }

        return open.Count == 1
            ? null
            : results.Without(
                request,
                PaymentOutcome.Rejected,
                PaymentReason.AuthorizationAmbiguous,
                $"The customer has {open.Count} open authorizations that the capture could take. Void the others first."
            );
    }
}
