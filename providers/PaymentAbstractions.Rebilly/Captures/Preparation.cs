using PaymentAbstractions.Rebilly.Wire;

namespace PaymentAbstractions.Rebilly;

/// <summary>What a failed read before the write means: nothing was sent.</summary>
internal static class Preparation
{
    public static PaymentResult? Failed(
        PaymentRequest request,
        string id,
        Read<TransactionBody> read,
        ResultFactory results,
        RebillyAccount account
    )
    {
        if (read.HasValue)
        {
            return read.Value.Id == id
                ? null
                : results.Without(
                    request,
                    PaymentOutcome.NotSent,
                    PaymentReason.PreparationFailed,
                    "Rebilly showed another transaction than the one that was asked for, so nothing was sent."
                );
        }

        var refusal = Refusal.ToResult(request, read.Answer, results, account);
        return refusal.Outcome == PaymentOutcome.Rejected
            ? refusal
            : refusal with
            {
                Outcome = PaymentOutcome.NotSent,
                Reason = PaymentReason.PreparationFailed,
                Message = $"The transaction could not be read first, so nothing was sent. {read.Answer.Description}",
            };
    }
}
