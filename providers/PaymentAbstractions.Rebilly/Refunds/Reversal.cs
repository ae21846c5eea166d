using PaymentAbstractions.Adapters;
using PaymentAbstractions.Http;
using PaymentAbstractions.Rebilly.Wire;

namespace PaymentAbstractions.Rebilly;

/// <summary>
/// Voids and refunds are one operation of the API, which decides by itself: before settlement it voids, afterwards it refunds.
/// It takes no requestId, so nothing is ever sent twice; the new child of the original is the evidence.
/// </summary>
/// <remarks>Source: core API reference, refund a transaction; transactions topic, void and refund.</remarks>
internal sealed class Reversal(RebillyAccount account, RebillyClient client, ResultFactory results)
{
    /// <summary>Runs a reversal: reads, lets the rules decide, sends, judges.</summary>
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
        var takenAt = account.Time.GetUtcNow();
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

        var reading = Reading(request, state, takenAt, attempt);
        if (Earlier(request, state) is { } earlier)
        {
            // Recorded all the same: the baseline shows a later look-up that this attempt sent nothing. A refusal by the limits does not
            // matter, because nothing is sent.
            await attempt.AmendAsync(reading).ConfigureAwait(false);
            return earlier;
        }

        var decision = decide(state);
        if (decision.Amount is not { } amount)
        {
            return results.Without(request, PaymentOutcome.Rejected, decision.Reason, decision.Message!);
        }

        return await attempt.AmendAsync(reading).ConfigureAwait(false)
            ?? await SendAsync(request, state, amount, attempt).ConfigureAwait(false);
    }

    /// <summary>A repeat of the same key is not sent again: what the first one did is the answer.</summary>
    private PaymentResult? Earlier(PaymentRequest request, ReversalState state)
    {
        var wireKey = account.WireKey(request.IdempotencyKey);
        var ours = state
            .Children.Where(child => ReversalDescription.Carries(child.Value!.Description, wireKey))
            .ToList();
        if (ours.Count == 1)
        {
            var amount = request is RefundRequest refund ? refund.Amount : state.Amount;
            return Judge(request, state, amount, ours[0].Value!, ours[0].Answer);
        }

        return ours.Count == 0
            ? null
            : results.Without(
                request,
                PaymentOutcome.Unknown,
                PaymentReason.NoTrustworthyAnswer,
                $"{ours.Count} transactions carry the reference of this request."
            );
    }

    private AttemptReading Reading(
        PaymentRequest request,
        ReversalState state,
        DateTimeOffset takenAt,
        RunningAttempt attempt
    )
    {
        // What is there already is not what this reversal makes, even when an earlier attempt of the same key left it.
        var known = (state.Original.ChildTransactions ?? []).OfType<string>();
        return new AttemptReading
        {
            Hints = new RecoveryHints { TakenAt = takenAt, KnownTransactionIds = [.. known] },
            Captured = state.Original.Type == Vocabulary.Authorize ? null : state.Amount,
            ShowsMovements = true,
            Movements = [.. state.Movements(MakerOf)],
            VoidAsRefund = request is VoidRequest && state.IsSettled ? state.Amount : null,
        };

        IdempotencyKey? MakerOf(TransactionBody child) =>
            attempt
                .Others.Select(other => (IdempotencyKey?)other.Attempt.IdempotencyKey)
                .Append(request.IdempotencyKey)
                .FirstOrDefault(key => ReversalDescription.Carries(child.Description, account.WireKey(key!.Value)));
    }

    private async Task<PaymentResult> SendAsync(
        PaymentRequest request,
        ReversalState state,
        Money amount,
        RunningAttempt attempt
    )
    {
        var body = TransactionWriter.Refund(amount, ReversalDescription.Write(request, account));
        var answer = await client.PostRefundAsync(state.Original.Id!, body, attempt).ConfigureAwait(false);
        return Judge(request, state, amount, answer);
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
