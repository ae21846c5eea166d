using PaymentAbstractions.Journal;

namespace PaymentAbstractions.Chaos;

/// <summary>Records unknown outcomes as another outcome, which the audit must find.</summary>
internal sealed class LyingJournal(IPaymentJournal inner, PaymentOutcome lie) : DelegatingJournal(inner)
{
    public override Task<JournalWrite> CompleteAsync(
        JournalKey key,
        int attempt,
        JournalOutcome outcome,
        bool publish = false,
        int resends = 0,
        CancellationToken cancellationToken = default
    ) =>
        base.CompleteAsync(
            key,
            attempt,
            outcome.Outcome == PaymentOutcome.Unknown
                ? outcome with
                {
                    Result = outcome.Result with { Outcome = lie, Anomaly = null },
                }
                : outcome,
            publish,
            resends,
            cancellationToken
        );
}
