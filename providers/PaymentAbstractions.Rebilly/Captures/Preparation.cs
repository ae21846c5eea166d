using PaymentAbstractions.Rebilly.Wire;

namespace PaymentAbstractions.Rebilly;

/// <summary>What a failed read before the write means: nothing was sent.</summary>
internal static class Preparation
{
    public static PaymentResult? Failed(
        PaymentRequest request,
        Read<TransactionBody> read,
        ResultFactory results,
        RebillyAccount account
    )
    {
        if (read.HasValue)
        {
            return null;
        }

        var refusal = Refusal.ToResult(request, read.Answer, results, account.Time);
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
