namespace PaymentAbstractions.Journal.Tests;

/// <summary>The simplest journal: a dictionary whose entries are all searched.</summary>
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
        Apply(JournalRules.Complete(this, key, attempt, outcome, publish, resends: 0, Some.Now));

    public JournalWrite Resolve(JournalResolution resolution) => Apply(JournalRules.Resolve(this, resolution));

    public JournalWrite Observe(JournalObservation observation) => Apply(JournalRules.Observe(this, observation));

    public JournalWrite Publish(JournalKey key, long revision) =>
        Apply(JournalRules.Publish(Entries.GetValueOrDefault(key), revision));

    public OriginalAmounts Amounts(TransactionReference original) => JournalRules.AmountsOf(this, original);

    public JournalEntry? Find(JournalKey key) => Entries.GetValueOrDefault(key);

    public IEnumerable<JournalEntry> FindByKey(JournalKey key) =>
        Entries.Values.Where(entry => entry.Key.Key == key.Key).OrderBy(entry => entry.Key != key);

    public IEnumerable<JournalEntry> FindByOrder(OrderReference order, GatewayEnvironment? environment = null) =>
        Entries.Values.Where(entry =>
            entry.Intent.OrderReference == order && (environment is null || entry.Intent.Environment == environment)
        );

    public IEnumerable<JournalEntry> FindByTransaction(TransactionReference transaction) =>
        Entries.Values.Where(entry => transaction.IsSameTransaction(entry.Outcome?.Transaction));

    public IEnumerable<JournalEntry> FindOpenAuthorizations(
        AccountFingerprint account,
        string customerId,
        DateTimeOffset since
    ) => [];

    public IEnumerable<JournalTicket> FindTickets(string guard) => [];

    public IEnumerable<JournalEntry> FindByOriginal(TransactionReference original) =>
        Entries.Values.Where(entry =>
            original.IsSameTransaction(entry.Intent.Original) || original.IsSameTransaction(entry.OriginalRoot)
        );

    /// <summary>Checks invariants that hold after any sequence of steps, without using the rules.</summary>
    public string? Violation() => TooMuch() ?? WronglyAnswered() ?? Unmarked() ?? WronglyMarked();

    private string? TooMuch()
    {
        var charges = Entries
            .Values.Where(entry => entry.Intent.ChargesOrder && !entry.Intent.AdditionalPayment)
            .ToList();
        var inEnvironment = charges.GroupBy(entry => $"{entry.Intent.OrderReference} in {entry.Intent.Environment}");
        var atAccount = charges.GroupBy(entry => $"{entry.Intent.OrderReference} at {entry.Intent.Account}");
        foreach (var order in inEnvironment.Concat(atAccount))
        {
            // An order can have two charges only when an outcome was proven afterward.
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
                // A payment that was seen as voided does not count, and counts again when the void is withdrawn, so observed ones are
                // left out.
                .Where(entry =>
                    entry is { Revisions.Count: 0, Observation: null } && (entry.IsInDoubt || entry.IsApproved)
                )
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

    // A sale without a reading, whose refunds have no reading or were voided, is reversed when it was voided or fully refunded.
    private string? WronglyAnswered()
    {
        foreach (var sale in Entries.Values.Where(entry => entry.IsApproved))
        {
            if (sale.Intent.Operation != PaymentOperation.Sale)
            {
                continue;
            }

            var transaction = sale.Outcome!.Transaction!;
            var children = FindByOriginal(transaction).Where(entry => entry.IsApproved).ToList();
            var refunds = children.Where(entry => entry.Intent.Operation == PaymentOperation.Refund).ToList();
            if (refunds.Concat(FindByTransaction(transaction)).Any(entry => entry.Observation is not null))
            {
                continue;
            }

            var isReversed =
                children.Exists(entry => entry.Intent.Operation == PaymentOperation.Void)
                || refunds.Sum(refund => refund.Intent.Amount!.Value.Amount) >= sale.Intent.Amount!.Value.Amount;
            var answer = JournalRules.AnswerOf(sale, Amounts(transaction), Some.Now);
            if ((answer.Outcome == PaymentOutcome.Reversed) != isReversed)
            {
                return $"{sale.Key} is answered {answer.Outcome}";
            }
        }

        return null;
    }

    // All but one of an order's unreversed charges are marked as duplicates, unless a person resolved one of them.
    private string? Unmarked()
    {
        var standing = Entries
            .Values.Where(entry =>
                entry is { IsApproved: true, Intent: { ChargesOrder: true, AdditionalPayment: false } }
            )
            .Where(entry => entry.Revisions.All(one => one.Source != JournalResolutionSource.Person))
            .Where(Stands)
            .ToList();
        var inEnvironment = standing.GroupBy(entry => $"{entry.Intent.OrderReference} in {entry.Intent.Environment}");
        var atAccount = standing.GroupBy(entry => $"{entry.Intent.OrderReference} at {entry.Intent.Account}");
        return
            inEnvironment.Concat(atAccount).FirstOrDefault(group => group.Count(entry => !entry.IsDuplicateCharge) > 1)
                is { } order
            ? $"two charges of {order.Key} stand and neither is marked"
            : null;
    }

    // A duplicate and the charge that it duplicates are both unreversed; when all marked charges are given back, one is left.
    private string? WronglyMarked() =>
        Entries.Values.FirstOrDefault(entry =>
            entry.IsDuplicateCharge && !(Stands(entry) && Stands(Entries[entry.DuplicateOf!.Value]))
        )
            is { } wrong
            ? $"{wrong.Key} is marked as a duplicate of {wrong.DuplicateOf}"
        : Entries.Values.FirstOrDefault(entry => entry.IsDuplicateCharge && EndOf(entry) is null) is { } circle
            ? $"{circle.Key} is a duplicate of itself"
        : null;

    private JournalEntry? EndOf(JournalEntry entry)
    {
        for (var i = 0; i <= Entries.Count; i++)
        {
            if (entry.DuplicateOf is not { } named)
            {
                return entry;
            }

            entry = Entries[named];
        }

        return null;
    }

    private bool Stands(JournalEntry entry) =>
        entry.IsApproved
        && JournalRules
            .AnswerOf(entry, Amounts(entry.Outcome!.Transaction!) with { CapturesInDoubt = 0 }, Some.Now)
            .Outcome
            is not (PaymentOutcome.Reversed or PaymentOutcome.Declined);

    private JournalWrite Apply(JournalWrite write)
    {
        if (write.Status == JournalWriteStatus.Recorded)
        {
            foreach (var entry in write.Others.Append(write.Entry!))
            {
                Entries[entry.Key] = entry;
            }
        }

        return write;
    }
}
