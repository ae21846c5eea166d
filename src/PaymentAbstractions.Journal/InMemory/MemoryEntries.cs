namespace PaymentAbstractions.Journal;

/// <summary>The entries of a journal in memory, and what they are found by. One thread at a time has it.</summary>
internal sealed partial class MemoryEntries : IEntryReader
{
    private readonly Dictionary<JournalKey, JournalEntry> _all = [];

    // The entries that somebody has to do something about.
    private readonly Dictionary<JournalKey, JournalEntry> _live = [];
    private readonly EntryIndex<(GatewayEnvironment, OrderReference)> _byOrder = new();
    private readonly EntryIndex<string> _byTransaction = new();
    private readonly EntryIndex<string> _byOriginal = new();
    private readonly EntryIndex<JournalKey> _byDuplicateOf = new();

    /// <summary>How many entries are open, Pending or Unknown.</summary>
    public int InDoubt { get; private set; }

    public JournalEntry? Find(JournalKey key) => _all.GetValueOrDefault(key);

    public IEnumerable<JournalEntry> FindByOrder(GatewayEnvironment environment, OrderReference order) =>
        Entries(_byOrder.Find((environment, order)));

    public IEnumerable<JournalEntry> FindByTransaction(TransactionReference transaction) =>
        Entries(_byTransaction.Find(transaction.Identity));

    public IEnumerable<JournalEntry> FindByOriginal(TransactionReference original) =>
        Entries(_byOriginal.Find(original.Identity));

    /// <summary>The entries that somebody has to do something about, as far as they are wanted, oldest first.</summary>
    public List<JournalEntry> List(Func<JournalEntry, bool> isWanted) =>
        [
            .. _live
                .Values.Where(isWanted)
                .OrderBy(entry => entry.Intent.StartedAt)
                .ThenBy(entry => entry.Intent.IdempotencyKey.Value, StringComparer.Ordinal)
                .ThenBy(entry => entry.Intent.Environment),
        ];

    public JournalCounts Count(GatewayEnvironment? environment)
    {
        var counted = List(entry => environment is null || entry.Intent.Environment == environment);
        return new JournalCounts
        {
            Open = counted.Count(entry => entry.State == JournalEntryState.Open),
            Pending = counted.Count(entry => entry.State == JournalEntryState.Pending),
            Unknown = counted.Count(entry => entry.State == JournalEntryState.Unknown),
            Unpublished = counted.Count(entry => entry.IsUnpublished),
            DuplicateCharges = counted.Count(entry => entry.IsDuplicateCharge),
        };
    }

    /// <summary>Puts entries in place of what was known under their keys.</summary>
    public void Set(IReadOnlyList<JournalEntry> entries, DateTimeOffset now)
    {
        var concerned = new List<JournalKey>();
        foreach (var entry in entries)
        {
            // What it was related to before may be free to be forgotten now.
            if (_all.TryGetValue(entry.Key, out var before))
            {
                concerned.AddRange(GroupOf(before));
                Remove(before);
            }

            Add(entry);
            concerned.Add(entry.Key);
        }

        Queue(concerned, now);
    }

    private static bool IsLive(JournalEntry entry) => entry.IsInDoubt || entry.IsUnpublished || entry.IsDuplicateCharge;

    private static IEnumerable<string> OriginalsOf(JournalEntry entry) =>
        new[] { entry.Intent.Original, entry.OriginalRoot }
            .OfType<TransactionReference>()
            .Select(original => original.Identity);

    private IEnumerable<JournalEntry> Entries(IEnumerable<JournalKey> keys) => keys.Select(key => _all[key]);

    private void Add(JournalEntry entry)
    {
        var key = entry.Key;
        _all[key] = entry;
        InDoubt += entry.IsInDoubt ? 1 : 0;
        if (IsLive(entry))
        {
            _live[key] = entry;
        }

        if (entry.Intent.OrderReference.IsSpecified)
        {
            _byOrder.Add((entry.Intent.Environment, entry.Intent.OrderReference), key);
        }

        if (entry.Outcome?.Transaction is { } made)
        {
            _byTransaction.Add(made.Identity, key);
        }

        foreach (var original in OriginalsOf(entry))
        {
            _byOriginal.Add(original, key);
        }

        if (entry.DuplicateOf is { } other)
        {
            _byDuplicateOf.Add(other, key);
        }
    }

    private void Remove(JournalEntry entry)
    {
        var key = entry.Key;
        _all.Remove(key);
        _live.Remove(key);
        InDoubt -= entry.IsInDoubt ? 1 : 0;
        _byOrder.Remove((entry.Intent.Environment, entry.Intent.OrderReference), key);
        if (entry.Outcome?.Transaction is { } made)
        {
            _byTransaction.Remove(made.Identity, key);
        }

        foreach (var original in OriginalsOf(entry))
        {
            _byOriginal.Remove(original, key);
        }

        if (entry.DuplicateOf is { } other)
        {
            _byDuplicateOf.Remove(other, key);
        }
    }
}
