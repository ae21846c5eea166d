using PaymentAbstractions.Journal;
using PaymentAbstractions.Sandbox;

namespace PaymentAbstractions.Chaos;

/// <summary>The comparison of every order with the providers' own record.</summary>
internal sealed record AuditResult
{
    public required IReadOnlyList<Finding> Findings { get; init; }

    public required IReadOnlyList<JournalEntry> Entries { get; init; }

    public required IReadOnlyList<SandboxMovement> Movements { get; init; }

    /// <summary>Keys of unresolved entries for which money moved.</summary>
    public required IReadOnlySet<string> DoubtsWithMoney { get; init; }

    public AuditSide Of(bool isRebilly)
    {
        var entries = Entries.Where(entry => ChaosGateway.Named(entry.Intent.Gateway).IsRebilly == isRebilly).ToList();
        var inDoubt = entries.Where(entry => entry.IsInDoubt).ToList();
        var findings = Findings.Where(finding => finding.IsRebilly == isRebilly).ToList();
        return new AuditSide
        {
            Entries = entries.Count,
            Movements = Movements.Count(movement => ChaosGateway.OfAccount(movement.Account).IsRebilly == isRebilly),
            ChargedTwice = findings.Count(finding => finding.IsTwice),
            Lost = findings.Count(finding => finding.IsLost),
            PaidOutBeyond = findings.Count(finding => finding.Kind == FindingKind.PaidOutBeyond),
            Unheard = findings.Count(finding => finding.Kind == FindingKind.Unheard),
            InDoubt = inDoubt.Count,
            InDoubtWithMoney = inDoubt.Count(entry => DoubtsWithMoney.Contains(entry.Intent.IdempotencyKey.Value)),
            Reasons =
            [
                .. inDoubt
                    .GroupBy(entry => $"{entry.Intent.Operation} {entry.State}/{entry.Outcome?.Result.Reason}")
                    .Select(group => (group.Key, group.Count()))
                    .OrderByDescending(reason => reason.Item2),
            ],
        };
    }
}
