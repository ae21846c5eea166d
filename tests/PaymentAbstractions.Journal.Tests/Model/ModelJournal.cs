namespace PaymentAbstractions.Journal.Tests;

/// <summary>The plainest journal: a dictionary that is searched from end to end.</summary>
internal sealed class ModelJournal
{
    public Dictionary<IdempotencyKey, JournalEntry> Entries { get; } = [];

    public JournalDecision Begin(JournalIntent intent)
    {
        var existing = Entries.GetValueOrDefault(intent.Key);
        var makers = Entries
            .Values.Where(entry => intent.Original?.IsSameTransaction(entry.Outcome?.Transaction) == true)
            .ToList();
        var root = intent.Original is null ? null : JournalRules.RootOf(intent.Original, makers);
        var original = intent.Original is null ? null : Amounts(intent.Original, intent.Key);
        var above = root is null ? null : Amounts(root, intent.Key);
        var decision =
            JournalRules.DecideByKey(intent, existing)
            ?? JournalRules.DecideByOrder(intent, Entries.Values)
            ?? JournalRules.DecideByOriginal(intent, original, above)
            ?? JournalRules.Start(intent, existing, original, above);
        if (decision.IsStarted)
        {
            Entries[intent.Key] = decision.Entry!;
        }

        return decision;
    }

    public JournalWrite Complete(IdempotencyKey key, int attempt, JournalOutcome outcome, bool publish) =>
        Apply(JournalRules.Complete(Entries.GetValueOrDefault(key), attempt, outcome, publish, Some.Now));

    public JournalWrite Resolve(JournalResolution resolution) =>
        Apply(JournalRules.Resolve(Entries.GetValueOrDefault(resolution.Key), resolution));

    public JournalWrite Publish(IdempotencyKey key, long revision) =>
        Apply(JournalRules.Publish(Entries.GetValueOrDefault(key), revision));

    public OriginalAmounts Amounts(TransactionReference original, IdempotencyKey except = default) =>
        Entries
            .Values.Where(entry => entry.Key != except)
            .Aggregate(new OriginalAmounts { Original = original }, (amounts, entry) => amounts.Add(entry));

    /// <summary>What must hold whatever was done, added up without the rules.</summary>
    public string? Violation()
    {
        var charges = Entries.Values.Where(entry => entry.Intent.ChargesOrder && !entry.Intent.AdditionalPayment);
        foreach (var order in charges.GroupBy(entry => entry.Intent.Order))
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
