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
    OpenAuthorizations openAuthorizations
)
{
    /// <summary>Runs a reversal alone on its transaction: reads, lets the rules decide, sends, judges.</summary>
    /// <param name="request">The request.</param>
    /// <param name="original">The transaction to reverse.</param>
    /// <param name="decide">The amount to send, or why not.</param>
    /// <param name="call">The call.</param>
    /// <returns>What is proven.</returns>
    public async Task<PaymentResult> ExecuteAsync(
        PaymentRequest request,
        TransactionReference original,
        Func<ReversalState, ReversalDecision> decide,
        PaymentCall call
    )
    {
        var id = original.TransactionId;
        using var turn = await openAuthorizations
            .Reversals.EnterAsync($"{account.Fingerprint}:{id}", call.BeforeSend)
            .ConfigureAwait(false);
        var read = await client.GetTransactionAsync(id, call.BeforeSend).ConfigureAwait(false);
        if (Preparation.Failed(request, read, results, account) is { } failed)
        {
            return failed;
        }

        var state = await ReversalState.ReadAsync(read.Value!, account, client, call.BeforeSend).ConfigureAwait(false);
        if (state is null)
        {
            return results.Without(
                request,
                PaymentOutcome.NotSent,
                PaymentReason.PreparationFailed,
                "The earlier reversals of the transaction could not be read, so nothing was sent."
            );
        }

        var decision = decide(state);
        if (decision.Amount is not { } amount)
        {
            return results.Without(request, PaymentOutcome.Rejected, decision.Reason, decision.Message!);
        }

        var body = TransactionWriter.Refund(amount, ReversalDescription.Write(request, account));
        var answer = await client.PostRefundAsync(id, body, call).ConfigureAwait(false);
        var result = Judge(request, state, amount, answer);
        if (result.Outcome == PaymentOutcome.Approved && result.PerformedAs == PaymentOperation.Void)
        {
            openAuthorizations.Closed(account, id);
        }

        return result;
    }

    private PaymentResult Judge(PaymentRequest request, ReversalState state, Money amount, TransportAnswer answer)
    {
        if (answer is not { Evidence: TransportEvidence.Answered, StatusCode: 200 or 201 })
        {
            return Refusal.ToResult(request, answer, results, account.Time);
        }

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

        var expected = new Expectation
        {
            Types = [PaymentOperation.Void, PaymentOperation.Refund],
            Amount = amount,
            CustomerId = state.Original.CustomerId,
            ParentId = state.Original.Id,
        };
        var verdict = TransactionEvidence.Judge(body, expected, account);
        if (state.Knows(body.Id))
        {
            verdict = new Verdict(
                PaymentOutcome.Unknown,
                PaymentReason.AnswerContradictsRequest,
                new PaymentAnomaly
                {
                    Kind = AnomalyKind.TransactionId,
                    Description = "The answer is a reversal that was there before.",
                    Transactions = account.Reference(body.Id) is { } known ? [known] : [],
                }
            );
        }

        return results.FromTransaction(request, body, verdict, answer, amount);
    }
}
