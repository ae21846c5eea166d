namespace PaymentAbstractions.Journal.Tests;

/// <summary>The plainest journal: a dictionary that is searched from end to end.</summary>
internal sealed class ModelJournal : IEntryReader
{
    public Dictionary<JournalKey, JournalEntry> Entries { get; } = [];

    public JournalDecision Begin(JournalIntent intent)
    {
        var decision = JournalRules.Begin(this, intent);
        if (decision.IsStarted)
        {
            Entries[intent.JournalKey] = decision.Entry!;
        }

        return decision;
    }

    public JournalWrite Complete(JournalKey key, int attempt, JournalOutcome outcome, bool publish) =>
        Apply(JournalRules.Complete(Entries.GetValueOrDefault(key), attempt, outcome, publish, Some.Now));

    public JournalWrite Resolve(JournalResolution resolution) =>
        Apply(JournalRules.Resolve(Entries.GetValueOrDefault(resolution.Key), resolution));

    public JournalWrite Publish(JournalKey key, long revision) =>
        Apply(JournalRules.Publish(Entries.GetValueOrDefault(key), revision));

    public OriginalAmounts Amounts(TransactionReference original) => JournalRules.AmountsOf(this, original);

    public JournalEntry? Find(JournalKey key) => Entries.GetValueOrDefault(key);

    public IEnumerable<JournalEntry> FindByOrder(GatewayEnvironment environment, OrderReference order) =>
        Entries.Values.Where(entry => entry.Intent.Environment == environment && entry.Intent.Order == order);

    public IEnumerable<JournalEntry> FindByTransaction(TransactionReference transaction) =>
        Entries.Values.Where(entry => transaction.IsSameTransaction(entry.Outcome?.Transaction));

    public IEnumerable<JournalEntry> FindByOriginal(TransactionReference original) =>
        Entries.Values.Where(entry =>
            original.IsSameTransaction(entry.Intent.Original) || original.IsSameTransaction(entry.OriginalRoot)
        );

    /// <summary>What must hold whatever was done, added up without the rules.</summary>
    public string? Violation()
    {
        var charges = Entries
            .Values.Where(entry => entry.Intent.ChargesOrder && !entry.Intent.AdditionalPayment)
            .ToList();
        var inEnvironment = charges.GroupBy(entry => $"{entry.Intent.Order} in {entry.Intent.Environment}");
        var atAccount = charges.GroupBy(entry => $"{entry.Intent.Order} at {entry.Intent.Account}");
        foreach (var order in inEnvironment.Concat(atAccount))
        {
            // Only what was proven after the fact may make two of one.
            var charged = order.Count(entry => (entry.IsInDoubt || entry.IsApproved) && entry.Revisions.Count == 0);
            if (charged > 1)
            {
                return $"{charged} charges hold {order.Key}";
            }
        }

        foreach (var original in Entries.Values.Where(entry => entry.IsApproved && entry.Revisions.Count == 0))
        {
            var children = Entries
                .Values.Where(entry => original.Outcome!.Transaction!.IsSameTransaction(entry.Intent.Original))
                .Where(entry => entry.Revisions.Count == 0 && (entry.IsInDoubt || entry.IsApproved))
                .ToList();
            foreach (var operation in new[] { PaymentOperation.Capture, PaymentOperation.Refund })
            {
                var moved = children
                    .Where(entry => entry.Intent.Operation == operation)
                    .Sum(entry => entry.Intent.Amount!.Value.Amount);
                if (moved > original.Intent.Amount?.Amount)
                {
                    return $"{operation}s of {original.Outcome!.Transaction} come to {moved}";
                }
            }
        }

        return null;
    }

    private JournalWrite Apply(JournalWrite write)
    {
        if (write.Status == JournalWriteStatus.Recorded)
        {
            Entries[write.Entry!.Key] = write.Entry;
        }

        return write;
    }
}
