namespace PaymentAbstractions.Journal;

/// <summary>The entries of an in-memory journal, and their indexes.</summary>
internal sealed partial class MemoryStore(InMemoryJournalOptions options, TimeProvider time) : IJournalStore
{
    private static readonly GatewayEnvironment[] Environments = Enum.GetValues<GatewayEnvironment>();

    private readonly Dictionary<JournalKey, JournalEntry> _all = [];

    // The entries that need action: unresolved, unpublished or duplicate charges.
    private readonly Dictionary<JournalKey, JournalEntry> _live = [];
    private readonly Dictionary<string, List<JournalTicket>> _tickets = new(StringComparer.Ordinal);
    private long _lastTicket;
    private int _inDoubt;

    /// <summary>The time of the current call.</summary>
    public DateTimeOffset Now { get; private set; }

    public JournalEntry? Find(JournalKey key) => _all.GetValueOrDefault(key);

    public IEnumerable<JournalEntry> FindByKey(JournalKey key)
    {
        if (Find(key) is { } own)
        {
            yield return own;
        }

        foreach (var environment in Environments)
        {
            if (environment != key.Environment && Find(key with { Environment = environment }) is { } other)
            {
                yield return other;
            }
        }
    }

    public IEnumerable<JournalEntry> FindByOrder(OrderReference order, GatewayEnvironment? environment = null) =>
        environment is { } one ? OfEnvironment(order, one) : FindBy(new Mark(Role.Order, order.Value));

    private IEnumerable<JournalEntry> OfEnvironment(OrderReference order, GatewayEnvironment environment) =>
        FindBy(new Mark(Role.Order, order.Value)).Where(entry => entry.Intent.Environment == environment);

    public IEnumerable<JournalEntry> FindByTransaction(TransactionReference transaction) =>
        FindBy(MarkOf(Role.Made, transaction));

    public IEnumerable<JournalEntry> FindByOriginal(TransactionReference original) =>
        FindBy(MarkOf(Role.WorkedOn, original));

    public IEnumerable<JournalEntry> FindOpenAuthorizations(
        AccountFingerprint account,
        string customerId,
        DateTimeOffset since
    ) =>
        FindBy(new Mark(Role.Authorized, customerId, Account: account)).Where(entry => entry.Intent.StartedAt >= since);

    public IEnumerable<JournalEntry> FindByMethod(
        GatewayEnvironment environment,
        string methodFingerprint,
        DateTimeOffset since,
        int limit
    ) =>
        FindBy(new Mark(Role.Method, methodFingerprint, environment))
            .Where(entry => entry.Intent.StartedAt >= since)
            .OrderByDescending(entry => entry.Intent.StartedAt)
            .Take(limit);

    public IEnumerable<JournalTicket> FindTickets(string guard) =>
        _tickets.TryGetValue(guard, out var tickets) ? tickets : [];

    /// <summary>The matching entries that need action, or all matching entries, oldest first.</summary>
    public IEnumerable<JournalEntry> List(Func<JournalEntry, bool> isWanted, bool isWhole = false) =>
        (isWhole ? _all : _live)
            .Values.Where(isWanted)
            .OrderBy(entry => entry.Intent.StartedAt)
            .ThenBy(entry => entry.Intent.IdempotencyKey.Value, StringComparer.Ordinal)
            .ThenBy(entry => entry.Intent.Environment);

    public JournalCounts Count(GatewayEnvironment? environment)
    {
        var counted = List(entry => environment is null || entry.Intent.Environment == environment).ToList();
        return new JournalCounts
        {
            Open = counted.Count(entry => entry.State == JournalEntryState.Open),
            Pending = counted.Count(entry => entry.State == JournalEntryState.Pending),
            Unknown = counted.Count(entry => entry.State == JournalEntryState.Unknown),
            Unpublished = counted.Count(EntryList.Unpublished.Includes),
            DuplicateCharges = counted.Count(EntryList.DuplicateCharges.Includes),
        };
    }

    public JournalDecision Begin(JournalIntent intent, string nonce)
    {
        var decision = JournalRules.Begin(this, intent);
        if (!decision.IsStarted)
        {
            return decision;
        }

        if (_inDoubt >= options.MaxInDoubt)
        {
            return JournalDecision.NotRecorded(Refuse());
        }

        Set(decision.Entry!, []);
        Change(decision.Entry!, GuardChange.Take);
        return decision.WithTurn(this);
    }

    public JournalWrite Write(JournalWrite write, GuardChange guards)
    {
        if (write.Status == JournalWriteStatus.Recorded)
        {
            Set(write.Entry!, write.Others);
        }

        if (write.IsRecorded)
        {
            Change(write.Entry!, guards);
        }

        return write;
    }

    // Replaces the entries of their keys.
    private void Set(JournalEntry entry, ValueList<JournalEntry> others)
    {
        var concerned = new List<JournalKey>();
        SetOne(entry, concerned);
        for (var i = 0; i < others.Count; i++)
        {
            SetOne(others[i], concerned);
        }

        Queue(entry, others, concerned);
        Look();
    }

    // Entries that it was related to before may now be removable.
    private void SetOne(JournalEntry entry, List<JournalKey> concerned)
    {
        var before = Find(entry.Key);
        if (before is not null && !IsAlone(before))
        {
            concerned.AddRange(GroupOf(before));
        }

        Replace(before, entry);
    }

    private void Change(JournalEntry entry, GuardChange change)
    {
        if (change == GuardChange.Hold)
        {
            Hold(entry);
            return;
        }

        if (change == GuardChange.Keep)
        {
            return;
        }

        foreach (var guard in entry.Intent.Guards.AsSpan())
        {
            if (change == GuardChange.FreeExclusive && guard.IsShared)
            {
                continue;
            }

            var tickets = _tickets.GetValueOrDefault(guard.Name) ?? [];
            Drop(tickets, entry.Key);
            if (change == GuardChange.Take)
            {
                tickets.Add(new JournalTicket(++_lastTicket, entry.Key, guard.IsShared, entry.GuardedUntil));
            }

            if (tickets.Count > 0)
            {
                _tickets[guard.Name] = tickets;
            }
            else
            {
                _tickets.Remove(guard.Name);
            }
        }
    }

    private static void Drop(List<JournalTicket> tickets, JournalKey key)
    {
        for (var i = tickets.Count - 1; i >= 0; i--)
        {
            if (tickets[i].Key == key)
            {
                tickets.RemoveAt(i);
            }
        }
    }

    private void Hold(JournalEntry entry)
    {
        foreach (var guard in entry.Intent.Guards)
        {
            _tickets[guard.Name] =
            [
                .. FindTickets(guard.Name)
                    .Select(ticket => ticket.Key == entry.Key ? ticket with { Until = entry.GuardedUntil } : ticket),
            ];
        }
    }

    private void Remove(JournalEntry entry)
    {
        _all.Remove(entry.Key);
        Replace(entry, null);
    }

    private void Replace(JournalEntry? before, JournalEntry? after)
    {
        var key = (after ?? before!).Key;
        if (after is not null)
        {
            _all[key] = after;
        }

        if (after is { IsInDoubt: true } or { IsUnpublished: true } or { IsDuplicateCharge: true })
        {
            _live[key] = after;
        }
        else
        {
            _live.Remove(key);
        }

        _inDoubt += (after?.IsInDoubt == true ? 1 : 0) - (before?.IsInDoubt == true ? 1 : 0);
        if (after?.NextCheckAt is { } check)
        {
            AddCheck(after, check);
        }

        Remark(key, MarksOf(before, _marksBefore), MarksOf(after, _marksAfter));
    }
}
