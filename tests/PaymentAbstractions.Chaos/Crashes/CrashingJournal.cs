using PaymentAbstractions.Journal;

namespace PaymentAbstractions.Chaos;

/// <summary>Ends the process before or after a write of the journal.</summary>
internal sealed class CrashingJournal(IPaymentJournal inner, CrashPoint crash) : DelegatingJournal(inner)
{
    public override async Task<JournalDecision> BeginAsync(
        JournalIntent intent,
        CancellationToken cancellationToken = default
    )
    {
        crash.Pass(CrashStep.BeforeIntent);
        var decision = await base.BeginAsync(intent, cancellationToken);
        if (decision.IsStarted)
        {
            crash.Pass(CrashStep.AfterIntent);
        }

        return decision;
    }

    public override async Task<JournalWrite> CompleteAsync(
        JournalKey key,
        int attempt,
        JournalOutcome outcome,
        bool publish = false,
        int resends = 0,
        CancellationToken cancellationToken = default
    )
    {
        crash.Pass(CrashStep.BeforeOutcome);
        var write = await base.CompleteAsync(key, attempt, outcome, publish, resends, cancellationToken);
        crash.Pass(CrashStep.AfterOutcome);
        return write;
    }

    public override async Task<JournalWrite> ResolveAsync(
        JournalResolution resolution,
        CancellationToken cancellationToken = default
    )
    {
        crash.Pass(CrashStep.DuringRecovery);
        var write = await base.ResolveAsync(resolution, cancellationToken);
        crash.Pass(CrashStep.AfterResolution);
        return write;
    }
}
