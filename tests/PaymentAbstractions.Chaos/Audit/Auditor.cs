using System.Text.RegularExpressions;
using PaymentAbstractions.Journal;
using PaymentAbstractions.Sandbox;

namespace PaymentAbstractions.Chaos;

/// <summary>Groups movements and entries by order and audits each order.</summary>
internal static partial class Auditor
{
    /// <param name="movements">The movements that the providers recorded, in order.</param>
    /// <param name="entries">All entries of the journal.</param>
    /// <param name="counts">The number of unreversed charges of each order, as the provider counts them.</param>
    /// <param name="told">The final outcomes that callers received.</param>
    /// <param name="unresolved">The payments that recovery lists as unresolved; each line begins with the key.</param>
    /// <param name="others">The findings of other checks.</param>
    public static AuditResult Run(
        IReadOnlyList<SandboxMovement> movements,
        IReadOnlyList<JournalEntry> entries,
        IReadOnlyDictionary<string, int> counts,
        IReadOnlyDictionary<string, PaymentOutcome> told,
        IReadOnlyList<string> unresolved,
        IEnumerable<Finding> others
    )
    {
        var findings = new List<Finding>();
        var doubts = new HashSet<string>(StringComparer.Ordinal);
        var byOrder = ByOrder(movements, findings);
        var entriesByOrder = entries.ToLookup(
            entry => OrderKey.Parse(entry.Intent.IdempotencyKey.Value)?.Order ?? "",
            StringComparer.Ordinal
        );
        foreach (var order in byOrder.Keys.Union(entriesByOrder.Select(group => group.Key), StringComparer.Ordinal))
        {
            var audit = new OrderAudit(order, byOrder.GetValueOrDefault(order) ?? [], [.. entriesByOrder[order]]);
            audit.Run(counts.GetValueOrDefault(order));
            findings.AddRange(audit.Findings);
            doubts.UnionWith(audit.DoubtsWithMoney);
        }

        findings.AddRange(Forgotten(entries, told));
        findings.AddRange(Unlisted(entries, unresolved));
        findings.AddRange(others);
        return new AuditResult
        {
            Findings = findings,
            Entries = entries,
            Movements = movements,
            DoubtsWithMoney = doubts,
        };
    }

    /// <summary>Counts the refunds and voids that the providers made for an order, without those of the other system.</summary>
    public static int CountReversals(IReadOnlyList<SandboxMovement> movements, string order) =>
        ByOrder(movements, [])
            .GetValueOrDefault(order)
            ?.Count(movement =>
                !OrderAudit.IsElsewhere(movement)
                && (
                    movement.Kind is SandboxMovementKind.Void or SandboxMovementKind.Refund
                    || (movement.Kind == SandboxMovementKind.Credit && !OrderAudit.IsPayout(movement))
                )
            )
        ?? 0;

    private static Dictionary<string, List<SandboxMovement>> ByOrder(
        IReadOnlyList<SandboxMovement> movements,
        List<Finding> findings
    )
    {
        var orders = new Dictionary<(string Account, string Transaction), string>();
        var byOrder = new Dictionary<string, List<SandboxMovement>>(StringComparer.Ordinal);
        foreach (var movement in movements)
        {
            var named = OrderName().Match($"{movement.Description} {movement.CustomerId}");
            var parent = orders.GetValueOrDefault((movement.Account, movement.ParentTransactionId ?? ""));
            var order = named.Success ? named.Value : parent;
            if (order is null)
            {
                findings.Add(
                    new Finding(
                        FindingKind.Unaccounted,
                        ChaosGateway.OfAccount(movement.Account).IsRebilly,
                        "",
                        $"{movement} belongs to no order"
                    )
                );
                continue;
            }

            if (parent is not null && parent != order)
            {
                findings.Add(
                    new Finding(
                        FindingKind.TookAnother,
                        ChaosGateway.OfAccount(movement.Account).IsRebilly,
                        order,
                        $"{movement.Kind} {movement.Account}/{movement.TransactionId} worked on a transaction of {parent}"
                    )
                );
            }

            orders[(movement.Account, movement.TransactionId)] = order;
            if (!byOrder.TryGetValue(order, out var list))
            {
                byOrder[order] = list = [];
            }

            list.Add(movement);
        }

        return byOrder;
    }

    private static IEnumerable<Finding> Forgotten(
        IReadOnlyList<JournalEntry> entries,
        IReadOnlyDictionary<string, PaymentOutcome> told
    )
    {
        var byKey = entries.ToDictionary(entry => entry.Intent.IdempotencyKey.Value, StringComparer.Ordinal);
        foreach (var (key, outcome) in told)
        {
            var entry = byKey.GetValueOrDefault(key);
            // A reversed payment was approved before, and the journal must still record the approval.
            var isKept =
                outcome == PaymentOutcome.Reversed ? entry?.IsApproved == true : entry?.Outcome?.Outcome == outcome;
            if (!isKept && entry?.Revisions.Count is null or 0)
            {
                yield return new Finding(
                    FindingKind.Forgotten,
                    entry is null || ChaosGateway.Named(entry.Intent.Gateway).IsRebilly,
                    OrderKey.Parse(key)?.Order ?? "",
                    $"A caller was told {outcome} for {key}; the journal says {entry?.Outcome?.Outcome.ToString() ?? "nothing"}"
                );
            }
        }
    }

    private static IEnumerable<Finding> Unlisted(IReadOnlyList<JournalEntry> entries, IReadOnlyList<string> unresolved)
    {
        var listed = unresolved.Select(line => line.Split(' ')[0]).ToHashSet(StringComparer.Ordinal);
        return entries
            .Where(entry => entry.IsInDoubt && !listed.Contains(entry.Intent.IdempotencyKey.Value))
            .Select(entry => new Finding(
                FindingKind.Unlisted,
                ChaosGateway.Named(entry.Intent.Gateway).IsRebilly,
                OrderKey.Parse(entry.Intent.IdempotencyKey.Value)?.Order ?? "",
                $"{entry.Key} is {entry.State} and recovery does not list it"
            ));
    }

    [GeneratedRegex("o[0-9]{5}", RegexOptions.CultureInvariant)]
    private static partial Regex OrderName();
}
