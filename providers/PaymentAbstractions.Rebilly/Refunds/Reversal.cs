using PaymentAbstractions.Adapters;
using PaymentAbstractions.Http;
using PaymentAbstractions.Rebilly.Wire;

namespace PaymentAbstractions.Rebilly;

/// <summary>
/// Voids and refunds are one operation of the API, which decides by itself: before settlement it voids, afterwards it refunds.
/// It takes no requestId, so nothing is ever sent twice; the new child of the original is the evidence.
/// </summary>
/// <remarks>Source: core API reference, refund a transaction; transactions topic, void and refund.</remarks>
internal sealed class Reversal(
    RebillyAccount account,
    RebillyClient client,
    ResultFactory results,
    OpenAuthorizations openAuthorizations,
    TransactionWork work
)
{
    /// <summary>Runs a reversal alone on its transaction: reads, lets the rules decide, sends, judges.</summary>
    /// <param name="request">The request.</param>
    /// <param name="original">The transaction to reverse.</param>
    /// <param name="decide">The amount to send, or why not.</param>
    /// <param name="attempt">The attempt.</param>
    /// <returns>What is proven.</returns>
    public async Task<PaymentResult> ExecuteAsync(
        PaymentRequest request,
        TransactionReference original,
        Func<ReversalState, ReversalDecision> decide,
        RunningAttempt attempt
    )
    {
        var id = original.TransactionId;
        using var turn = await attempt.PrepareAsync(token => work.EnterAsync(account, id, token)).ConfigureAwait(false);
        var sentBefore = work.Find(account, id, account.WireKey(request.IdempotencyKey)) is not null;
        var result = await RunAsync(request, id, decide, attempt).ConfigureAwait(false);
        return sentBefore ? results.OfRepeat(request, result) : result;
    }

    private async Task<PaymentResult> RunAsync(
        PaymentRequest request,
        string id,
        Func<ReversalState, ReversalDecision> decide,
        RunningAttempt attempt
    )
    {
        var read = await attempt.PrepareAsync(token => client.GetTransactionAsync(id, token)).ConfigureAwait(false);
        if (Preparation.Failed(request, id, read, results, account) is { } failed)
        {
            return failed;
        }

        var state = await attempt
            .PrepareAsync(token => ReversalState.ReadAsync(read.Value!, client, token))
            .ConfigureAwait(false);
        if (state is null)
        {
            return results.Without(
                request,
                PaymentOutcome.NotSent,
                PaymentReason.PreparationFailed,
                "The transaction or its earlier reversals could not be read, so nothing was sent."
            );
        }

        var wireKey = account.WireKey(request.IdempotencyKey);
        if (Earlier(request, state, wireKey) is { } earlier)
        {
            return earlier;
        }

        var inDoubt = work.OthersInDoubt(account, id, wireKey);
        if (inDoubt.Any(write => write.Operation == PaymentOperation.Capture))
        {
            return results.Without(
                request,
                PaymentOutcome.Rejected,
                PaymentReason.AuthorizationNotOpen,
                "A capture of this authorization is in doubt; find that one first."
            );
        }

        var decision = decide(state.With(inDoubt));
        return decision.Amount is { } amount
            ? await SendAsync(request, state, amount, wireKey, attempt).ConfigureAwait(false)
            : results.Without(request, PaymentOutcome.Rejected, decision.Reason, decision.Message!);
    }

    /// <summary>A repeat of the same key is not sent again: what the first one did is the answer.</summary>
    private PaymentResult? Earlier(PaymentRequest request, ReversalState state, string wireKey)
    {
        var sent = work.Find(account, state.Original.Id!, wireKey);
        var ours = state
            .Children.Where(child =>
                ReversalDescription.Carries(child.Value!.Description, wireKey)
                || (sent?.ChildId is { } made && child.Value.Id == made)
            )
            .ToList();
        if (ours.Count == 1)
        {
            var amount = request is RefundRequest refund ? refund.Amount : state.Amount;
            return Judge(request, state, amount, ours[0].Value!, ours[0].Answer);
        }

        return ours.Count == 0 && sent is null
            ? null
            : results.Without(
                request,
                PaymentOutcome.Unknown,
                PaymentReason.NoTrustworthyAnswer,
                "This request was sent before and its outcome is not known; find it."
            );
    }

    private async Task<PaymentResult> SendAsync(
        PaymentRequest request,
        ReversalState state,
        Money amount,
        string wireKey,
        RunningAttempt attempt
    )
    {
        var id = state.Original.Id!;
        var known = state.Original.ChildTransactions ?? [];
        work.Sending(
            account,
            id,
            new SentWrite(request.Operation, wireKey, amount, [.. known], account.Time.GetUtcNow())
        );
        PaymentResult? result = null;
        try
        {
            var body = TransactionWriter.Refund(amount, ReversalDescription.Write(request, account));
            var answer = await client.PostRefundAsync(id, body, attempt).ConfigureAwait(false);
            result = Judge(request, state, amount, answer);
            return result;
        }
        finally
        {
            Remember(id, wireKey, result, attempt);
        }
    }

    private void Remember(string id, string wireKey, PaymentResult? result, RunningAttempt attempt)
    {
        if ((result?.MoneyMayHaveMoved ?? attempt.SendHasBegun) is false)
        {
            work.Forget(account, id, wireKey);
        }
        else if (result is { Transaction: { } child, Anomaly: null })
        {
            work.Made(account, id, wireKey, child.TransactionId);
        }

        if (result is { Outcome: PaymentOutcome.Approved, PerformedAs: PaymentOperation.Void })
        {
            openAuthorizations.Closed(account, id);
        }
    }

    private PaymentResult Judge(PaymentRequest request, ReversalState state, Money amount, TransportAnswer answer)
    {
        if (answer is not { Evidence: TransportEvidence.Answered, StatusCode: 200 or 201 })
        {
            return Refusal.ToResult(request, answer, results, account);
        }

        if (!answer.TryReadJson(RebillyJsonContext.Default.TransactionBody, out var body, out var problem))
        {
            return results.Unreadable(request, answer, problem);
        }

        if (!state.Knows(body.Id))
        {
            return Judge(request, state, amount, body, answer);
        }

        var anomaly = new PaymentAnomaly
        {
            Kind = AnomalyKind.TransactionId,
            Description = "The answer is a transaction that was there before.",
            Transactions = account.Reference(body.Id) is { } known ? [known] : [],
        };
        var verdict = new Verdict(PaymentOutcome.Unknown, PaymentReason.AnswerContradictsRequest, anomaly);
        return results.FromTransaction(request, body, verdict, answer, amount);
    }

    private PaymentResult Judge(
        PaymentRequest request,
        ReversalState state,
        Money amount,
        TransactionBody child,
        TransportAnswer answer
    )
    {
        var expected = new Expectation
        {
            Types = state.TypesFor(amount),
            Amount = amount,
            CustomerId = state.Original.CustomerId,
            ParentId = state.Original.Id,
        };
        var verdict = TransactionEvidence.Judge(child, expected, account);
        return results.FromTransaction(request, child, verdict, answer, amount);
    }
}
