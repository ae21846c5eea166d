using PaymentAbstractions.Journal;

namespace PaymentAbstractions.Chaos;

/// <summary>Forgets what an attempt must have for itself, so that equal charges and work on one original run side by side.</summary>
internal sealed class UnguardedJournal(IPaymentJournal inner) : DelegatingJournal(inner)
{
    public override Task<JournalDecision> BeginAsync(
        JournalIntent intent,
        CancellationToken cancellationToken = default
    ) => base.BeginAsync(intent with { Guards = [], ReadsFirst = false }, cancellationToken);
}
