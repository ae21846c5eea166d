using PaymentAbstractions.Adapters;
using PaymentAbstractions.Http;
using PaymentAbstractions.Rebilly.Wire;

namespace PaymentAbstractions.Rebilly;

/// <summary>What captures were made of an authorization before: by a repeat of the same key, what the first one did is the answer.</summary>
internal sealed class EarlierCapture(
    RebillyAccount account,
    RebillyClient client,
    ResultFactory results,
    RequestIdLookup byRequestId
)
{
    /// <returns>The answer, or <see langword="null"/> when the children leave the authorization to be captured.</returns>
    public async Task<PaymentResult?> AmongChildrenAsync(
        CaptureRequest request,
        TransactionBody authorization,
        Expectation expected,
        RunningAttempt attempt
    )
    {
        var children = await attempt
            .PrepareAsync(token => ChildTransactions.ReadAsync(authorization, client, token))
            .ConfigureAwait(false);
        if (children is null)
        {
            return results.Without(
                request,
                PaymentOutcome.NotSent,
                PaymentReason.PreparationFailed,
                "What was done to the authorization could not be read, so nothing was sent."
            );
        }

        if (children.Find(child => child.Value!.RequestId == expected.WireKey) is { } own)
        {
            return Judge(request, own.Value!, expected, own.Answer);
        }

        // An authorization that is not open any more goes on to the rules, which tell the reason.
        return children.Exists(child => IsUse(child.Value!)) && authorization.Status == Vocabulary.WaitingCapture
            ? results.Without(
                request,
                PaymentOutcome.Rejected,
                PaymentReason.AuthorizationNotOpen,
                "The authorization was captured or voided already, or is being so."
            )
            : null;
    }

    /// <returns>The answer, or <see langword="null"/> when nothing is known of such a capture.</returns>
    public async Task<PaymentResult?> ByRequestIdAsync(
        CaptureRequest request,
        TransactionBody authorization,
        Expectation expected,
        RunningAttempt attempt
    )
    {
        // A capture of this authorization under this key is the same one, however long ago it was made.
        var earliest = authorization.CreatedTime ?? DateTimeOffset.MinValue;
        var found = await attempt
            .PrepareAsync(token =>
                byRequestId.FindAsync(expected.WireKey!, expected, earliest, DateTimeOffset.MaxValue, token)
            )
            .ConfigureAwait(false);
        if (found is { Match: { } match, Read: { } read })
        {
            return Judge(request, match, expected, read.Answer);
        }

        if (found.Candidates.Count > 0 || found.Anomaly is not null)
        {
            return results.Without(request, PaymentOutcome.Unknown, PaymentReason.DuplicateKey, found.Explanation) with
            {
                Anomaly = found.Anomaly,
            };
        }

        return found.LookupFailed
            ? results.Without(
                request,
                PaymentOutcome.NotSent,
                PaymentReason.PreparationFailed,
                $"Whether this capture was made before could not be read; nothing was sent. {found.Explanation}"
            )
            : null;
    }

    public PaymentResult Judge(
        CaptureRequest request,
        TransactionBody body,
        Expectation expected,
        TransportAnswer answer
    )
    {
        var verdict = TransactionEvidence.Judge(body, expected, account);
        var result = results.FromTransaction(request, body, verdict, answer, request.Amount);
        return verdict.Anomaly is { } anomaly
            ? result with
            {
                Anomaly = anomaly with { Transactions = [.. anomaly.Transactions, request.Authorization] },
            }
            : result;
    }

    private static bool IsUse(TransactionBody child) =>
        child.Type is Vocabulary.Capture or Vocabulary.Sale or Vocabulary.Void or Vocabulary.Refund
        && StatusTable.Lookup(child.Status, child.Result).Outcome != PaymentOutcome.Declined;
}
