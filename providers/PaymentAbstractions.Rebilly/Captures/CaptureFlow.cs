using PaymentAbstractions.Adapters;
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
    RequestIdLookup byRequestId
)
{
    private readonly EarlierCapture _earlier = new(account, client, results, byRequestId);
    private readonly OnlyAuthorization _only = new(account, client, results);

    public async Task<PaymentResult> ExecuteAsync(CaptureRequest request, RunningAttempt attempt)
    {
        var id = request.Authorization.TransactionId;
        var read = await attempt.PrepareAsync(token => client.GetTransactionAsync(id, token)).ConfigureAwait(false);
        if (Preparation.Failed(request, id, read, results, account) is { } failed)
        {
            return failed;
        }

        var authorization = read.Value!;
        var expected = new Expectation
        {
            Types = [PaymentOperation.Capture],
            Amount = request.Amount,
            CustomerId = authorization.CustomerId,
            ParentId = id,
            WireKey = account.WireKey(request.IdempotencyKey),
            // Its parent and key bind it, however long ago it was made; but it is never older than what it captured.
            Earliest = authorization.CreatedTime is { } opened
                ? Instants.Before(opened, RebillyAccount.ClockTolerance)
                : null,
        };
        var refused =
            await _earlier.AmongChildrenAsync(request, authorization, expected, attempt).ConfigureAwait(false)
            ?? await RefuseByRulesAsync(request, authorization, expected, attempt).ConfigureAwait(false)
            ?? await _only.RefuseAsync(request, authorization, attempt).ConfigureAwait(false)
            ?? await attempt
                .AmendAsync(new AttemptReading { Authorized = CaptureRules.Held(authorization) })
                .ConfigureAwait(false);
        return refused ?? await SendAsync(request, authorization, expected, attempt).ConfigureAwait(false);
    }

    private async Task<PaymentResult?> RefuseByRulesAsync(
        CaptureRequest request,
        TransactionBody authorization,
        Expectation expected,
        RunningAttempt attempt
    )
    {
        if (CaptureRules.Refuse(request, authorization, account) is not var (reason, message))
        {
            return null;
        }

        var earlier =
            reason == PaymentReason.AuthorizationNotOpen
                ? await _earlier.ByRequestIdAsync(request, authorization, expected, attempt).ConfigureAwait(false)
                : null;
        return earlier ?? results.Without(request, PaymentOutcome.Rejected, reason, message);
    }

    private async Task<PaymentResult> SendAsync(
        CaptureRequest request,
        TransactionBody authorization,
        Expectation expected,
        RunningAttempt attempt
    )
    {
        var body = TransactionWriter.Capture(request, authorization, account);
        var answer = await client.PostTransactionAsync(body, attempt).ConfigureAwait(false);
        return await JudgeAsync(request, authorization, answer, expected, attempt).ConfigureAwait(false);
    }

    private async Task<PaymentResult> JudgeAsync(
        CaptureRequest request,
        TransactionBody authorization,
        TransportAnswer answer,
        Expectation expected,
        RunningAttempt attempt
    )
    {
        if (answer is { Evidence: TransportEvidence.Answered, StatusCode: 200 or 201 })
        {
            return answer.TryReadJson(RebillyJsonContext.Default.TransactionBody, out var body, out var problem)
                ? _earlier.Judge(request, body, expected, answer)
                : results.Unreadable(request, answer, problem);
        }

        if (answer is { Evidence: TransportEvidence.Answered, StatusCode: 409 })
        {
            var earlier = await _earlier
                .ByRequestIdAsync(request, authorization, expected, attempt)
                .ConfigureAwait(false);
            return earlier is { Outcome: not PaymentOutcome.NotSent }
                ? earlier
                : results.Without(
                    request,
                    PaymentOutcome.Unknown,
                    PaymentReason.DuplicateKey,
                    "Rebilly reports a conflict, and the transaction under this key was not found.",
                    answer
                );
        }

        return Refusal.ToResult(request, answer, results, account);
    }
}
