namespace PaymentAbstractions.Journal;

/// <summary>The entries of an in-memory journal, and their indexes.</summary>
internal sealed partial class MemoryStore(InMemoryJournalOptions options, TimeProvider time) : IJournalStore
{
    private readonly Dictionary<JournalKey, JournalEntry> _all = [];

    // The entries that need action: unresolved, unpublished or duplicate charges.
    private readonly Dictionary<JournalKey, JournalEntry> _live = [];
    private readonly Dictionary<Mark, HashSet<JournalKey>> _byMark = [];
    private readonly Dictionary<string, List<JournalTicket>> _tickets = new(StringComparer.Ordinal);
    private long _lastTicket;
    private int _inDoubt;

    public DateTimeOffset Now => time.GetUtcNow();

    public JournalEntry? Find(JournalKey key) => _all.GetValueOrDefault(key);

    public IEnumerable<JournalEntry> FindByOrder(GatewayEnvironment environment, OrderReference order) =>
        FindBy(new Mark(Role.Order, order.Value, environment));

    public IEnumerable<JournalEntry> FindByTransaction(TransactionReference transaction) =>
        FindBy(new Mark(Role.Made, transaction.Identity));

    public IEnumerable<JournalEntry> FindByOriginal(TransactionReference original) =>
        FindBy(new Mark(Role.WorkedOn, original.Identity));

    public IEnumerable<JournalEntry> FindOpenAuthorizations(
        AccountFingerprint account,
        string customerId,
        DateTimeOffset since
    ) =>
        FindBy(new Mark(Role.Authorized, JournalEntry.CustomerAt(account, customerId)))
            .Where(entry => entry.Intent.StartedAt >= since);

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

        Set([decision.Entry!]);
        Change(decision.Entry!, GuardChange.Take);
        return decision.WithTurn(this);
    }

    public JournalWrite Write(JournalWrite write, GuardChange guards)
    {
        if (write.Status == JournalWriteStatus.Recorded)
        {
            Set([write.Entry!, .. write.Others]);
        }

        if (write.IsRecorded)
        {
            Change(write.Entry!, guards);
        }

        return write;
    }

    // Replaces the entries of their keys.
    private void Set(IReadOnlyList<JournalEntry> entries)
    {
        var concerned = new List<JournalKey>(entries.Count);
        foreach (var entry in entries)
        {
            // Entries that it was related to before may now be removable.
            if (_all.TryGetValue(entry.Key, out var before))
            {
                if (!IsAlone(before))
                {
                    concerned.AddRange(GroupOf(before));
                }

                Remove(before);
            }

            Add(entry);
            concerned.Add(entry.Key);
        }

        Queue(concerned);
        Look();
    }

    private void Change(JournalEntry entry, GuardChange change)
    {
        if (change == GuardChange.Hold)
        {
            Hold(entry);
            return;
        }

        foreach (
            var guard in change == GuardChange.Keep
                ? []
                : entry.Intent.Guards.Where(guard => change != GuardChange.FreeExclusive || !guard.IsShared)
        )
        {
            var others = FindTickets(guard.Name).Where(ticket => ticket.Key != entry.Key).ToList();
            if (change == GuardChange.Take)
            {
                others.Add(new JournalTicket(++_lastTicket, entry.Key, guard.IsShared, entry.GuardedUntil));
            }

            if (others.Count > 0)
            {
                _tickets[guard.Name] = others;
            }
            else
            {
                _tickets.Remove(guard.Name);
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

    private IEnumerable<JournalEntry> FindBy(Mark mark) =>
        _byMark.TryGetValue(mark, out var keys) ? keys.Select(key => _all[key]) : [];

    private void Add(JournalEntry entry)
    {
        _all[entry.Key] = entry;
        _inDoubt += entry.IsInDoubt ? 1 : 0;
        if (entry.IsInDoubt || entry.IsUnpublished || entry.IsDuplicateCharge)
        {
            _live[entry.Key] = entry;
        }

        if (entry.NextCheckAt is { } check)
        {
            AddCheck(entry, check);
        }

        foreach (var mark in MarksOf(entry))
        {
            if (!_byMark.TryGetValue(mark, out var keys))
            {
                _byMark[mark] = keys = [];
            }

            keys.Add(entry.Key);
        }
    }

    private void Remove(JournalEntry entry)
    {
        _all.Remove(entry.Key);
        _live.Remove(entry.Key);
        _inDoubt -= entry.IsInDoubt ? 1 : 0;
        foreach (var mark in MarksOf(entry))
        {
            if (_byMark.TryGetValue(mark, out var keys) && keys.Remove(entry.Key) && keys.Count == 0)
            {
                _byMark.Remove(mark);
            }
        }
    }

    private static IEnumerable<Mark> MarksOf(JournalEntry entry)
    {
        if (entry.Intent.OrderReference.IsSpecified)
        {
            yield return new Mark(Role.Order, entry.Intent.OrderReference.Value, entry.Intent.Environment);
        }

        if (entry.Intent.MethodFingerprint is { } method)
        {
            yield return new Mark(Role.Method, method, entry.Intent.Environment);
        }

        if (entry.OpenAuthorizationOf is { } customer)
        {
            yield return new Mark(Role.Authorized, customer);
        }

        if (entry.Outcome?.Transaction is { } made)
        {
            yield return new Mark(Role.Made, made.Identity);
        }

        if (entry.Intent.Original is { } original)
        {
            yield return new Mark(Role.WorkedOn, original.Identity);
        }

        if (entry.OriginalRoot is { } root)
        {
            yield return new Mark(Role.WorkedOn, root.Identity);
        }

        if (entry.DuplicateOf is { } other)
        {
            yield return new Mark(Role.DuplicateOf, other.Key.Value, other.Environment);
        }
    }

    private enum Role
    {
        Order,
        Method,
        Authorized,
        Made,
        WorkedOn,
        DuplicateOf,
    }

    /// <summary>A search value of an entry, other than its key.</summary>
    private readonly record struct Mark(Role Role, string Value, GatewayEnvironment Environment = default);
}
