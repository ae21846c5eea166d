using PaymentAbstractions.Http;

namespace PaymentAbstractions.Adapters;

public abstract partial class HttpPaymentAdapter
{
    /// <summary>Creates the result of a request that creates, updates or cancels a payout request.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="read">
    /// Reads the payout request in the answer; returns <see langword="null"/> when the answer does not match the request.
    /// </param>
    /// <param name="isSuccess">Whether the HTTP status is one that the provider documents for a success.</param>
    /// <param name="refusal">The refusal in the answer. The default is the result of <see cref="Refuse"/> for a read.</param>
    /// <returns>Approved only with a payout request; Unknown when the answer proves nothing.</returns>
    protected PayoutResult Requested(
        TransportAnswer answer,
        Func<TransportAnswer, Payout?> read,
        bool isSuccess,
        ProviderRefusal? refusal = null
    )
    {
        ArgumentNullException.ThrowIfNull(read);
        Payout? payout = null;
        var stored = Stored(answer, method: null, shown => (payout = read(shown))?.Id, isSuccess, refusal);
        return new PayoutResult
        {
            Outcome = stored.Outcome,
            Payout = stored.Outcome == PaymentOutcome.Approved ? payout : null,
            Reason = stored.Reason,
            Problems = stored.Problems,
        };
    }
}
