namespace PaymentAbstractions.Journal;

/// <summary>The content of a journal after a step: its entries, with those that the step changes.</summary>
internal sealed class ChangedEntries(IEntryReader before) : IEntryReader
{
    private readonly Dictionary<JournalKey, JournalEntry> _changed = [];

    /// <summary>The content of the journal before the step.</summary>
    public IEntryReader Before => before;

    public void Set(JournalEntry entry) => _changed[entry.Key] = entry;

    public JournalEntry? Find(JournalKey key) => _changed.GetValueOrDefault(key) ?? before.Find(key);

    // A change of one entry does not affect others of its key.
    public IEnumerable<JournalEntry> FindByKey(JournalKey key) => before.FindByKey(key);

    public IEnumerable<JournalEntry> FindByOrder(OrderReference order, GatewayEnvironment? environment = null) =>
        With(
            before.FindByOrder(order, environment),
            entry =>
                entry.Intent.OrderReference == order && (environment is null || entry.Intent.Environment == environment)
        );

    public IEnumerable<JournalEntry> FindByTransaction(TransactionReference transaction) =>
        With(before.FindByTransaction(transaction), entry => transaction.IsSameTransaction(entry.Outcome?.Transaction));

    public IEnumerable<JournalEntry> FindByOriginal(TransactionReference original) =>
        With(
            before.FindByOriginal(original),
            entry => original.IsSameTransaction(entry.Intent.Original) || original.IsSameTransaction(entry.OriginalRoot)
        );

    public IEnumerable<JournalEntry> FindOpenAuthorizations(
        AccountFingerprint account,
        string customerId,
        DateTimeOffset since
    ) => before.FindOpenAuthorizations(account, customerId, since);

    public IEnumerable<JournalTicket> FindTickets(string guard) => before.FindTickets(guard);

    /// <summary>The entries to write, and the entry to return for one of the keys.</summary>
    public JournalWrite ToWrite(JournalKey key) =>
        new()
        {
            Status = JournalWriteStatus.Recorded,
            Entry = _changed[key],
            Others = [.. _changed.Values.Where(entry => entry.Key != key)],
        };

    private IEnumerable<JournalEntry> With(IEnumerable<JournalEntry> found, Func<JournalEntry, bool> isMeant) =>
        found.Where(entry => !_changed.ContainsKey(entry.Key)).Concat(_changed.Values.Where(isMeant).ToList());
}
