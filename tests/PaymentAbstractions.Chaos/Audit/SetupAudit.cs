using PaymentAbstractions.Journal;

namespace PaymentAbstractions.Chaos;

/// <summary>Compares set-ups: each order has one key for its set-up, and no money moves.</summary>
internal static class SetupAudit
{
    /// <param name="entries">All entries of the journal.</param>
    /// <param name="shown">The set-ups that the provider shows.</param>
    public static IEnumerable<Finding> Check(IReadOnlyList<JournalEntry> entries, IReadOnlyList<SetupRecord> shown)
    {
        var known = entries.Where(entry => entry.Intent.Operation == PaymentOperation.Setup).ToList();
        foreach (var group in shown.GroupBy(one => OrderOf(one.CustomerId), StringComparer.Ordinal))
        {
            if (group.Count() > 1)
            {
                yield return Find(FindingKind.SetUpTwice, group.Key, string.Join(", ", group));
            }

            if (!known.Exists(entry => OrderOf(entry) == group.Key))
            {
                yield return Find(FindingKind.Unaccounted, group.Key, $"{group.First()} is in no entry");
            }
        }

        foreach (var entry in known.Where(entry => entry.IsApproved && !shown.Any(one => IsOf(entry, one))))
        {
            yield return Find(
                FindingKind.Phantom,
                OrderOf(entry),
                $"{entry.Key} is approved as {entry.Outcome!.Transaction}, and the provider shows no such set-up"
            );
        }
    }

    private static bool IsOf(JournalEntry entry, SetupRecord one) =>
        entry.Outcome!.Transaction is { } transaction
        && one.TransactionId == transaction.TransactionId
        && one.Account == ChaosGateway.Named(transaction.Gateway).Account;

    private static string OrderOf(JournalEntry entry) => OrderKey.Parse(entry.Intent.IdempotencyKey.Value)?.Order ?? "";

    private static string OrderOf(string customerId) =>
        customerId[(customerId.IndexOf('-', StringComparison.Ordinal) + 1)..];

    private static Finding Find(FindingKind kind, string order, string text) => new(kind, IsRebilly: true, order, text);
}
