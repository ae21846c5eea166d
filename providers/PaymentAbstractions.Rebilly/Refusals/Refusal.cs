using PaymentAbstractions.Http;

namespace PaymentAbstractions.Rebilly;

/// <summary>What an answer other than the documented success proves about a write.</summary>
/// <remarks>
/// Source: core API reference, the statuses of each operation. Only a documented refusal in the documented form counts as one;
/// whatever a proxy may have written, and 429, for which nothing says that the request was not processed, is Unknown.
/// </remarks>
internal static class Refusal
{
    public static PaymentResult ToResult(
        PaymentRequest request,
        TransportAnswer answer,
        ResultFactory results,
        RebillyAccount account
    )
    {
        var shown = ShownText.For(account, (request as PaymentMethodRequest)?.PaymentMethod);
        switch (answer.Evidence)
        {
            case TransportEvidence.NotSent:
                return results.Without(
                    request,
                    PaymentOutcome.NotSent,
                    PaymentReason.ConnectionFailed,
                    answer.Description
                );
            case TransportEvidence.Answered:
                var (outcome, reason) = Classify(answer);
                return results.Without(request, outcome, reason, Describe(answer, reason, shown), answer) with
                {
                    RetryAt = answer.StatusCode == 429 ? answer.RetryAt(account.Time.GetUtcNow()) : null,
                    Problems = outcome == PaymentOutcome.Rejected ? ProblemDetails.Read(answer, shown).Problems : [],
                };
            default:
                return results.Without(
                    request,
                    PaymentOutcome.Unknown,
                    PaymentReason.NoTrustworthyAnswer,
                    answer.Description
                );
        }
    }

    public static (PaymentOutcome Outcome, PaymentReason Reason) Classify(TransportAnswer answer)
    {
        if (answer.StatusCode == 429)
        {
            return (PaymentOutcome.Unknown, PaymentReason.RateLimited);
        }

        var reason = answer.StatusCode switch
        {
            400 or 422 => PaymentReason.InvalidRequest,
            401 => PaymentReason.InvalidCredentials,
            403 => PaymentReason.NotPermitted,
            404 => PaymentReason.NotFound,
            _ => PaymentReason.NoTrustworthyAnswer,
        };
        return reason != PaymentReason.NoTrustworthyAnswer && ProblemDetails.Read(answer).IsProblem
            ? (PaymentOutcome.Rejected, reason)
            : (PaymentOutcome.Unknown, PaymentReason.NoTrustworthyAnswer);
    }

    private static string Describe(TransportAnswer answer, PaymentReason reason, ShownText shown) =>
        ProblemDetails.Read(answer, shown).Text is { } text
            ? $"HTTP {answer.StatusCode} ({reason}): {text}"
            : $"HTTP {answer.StatusCode} ({reason}).";
}
