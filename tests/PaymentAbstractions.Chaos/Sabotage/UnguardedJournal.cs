using PaymentAbstractions.Journal;

namespace PaymentAbstractions.Chaos;

/// <summary>Drops the guards of attempts, so that equal charges, and operations on one original, run side by side.</summary>
internal sealed class UnguardedJournal(IPaymentJournal inner) : DelegatingJournal(inner)
{
    public override Task<JournalDecision> BeginAsync(
        JournalIntent intent,
        CancellationToken cancellationToken = default
    ) => base.BeginAsync(intent with { Guards = [], ReadsFirst = false }, cancellationToken);
}
