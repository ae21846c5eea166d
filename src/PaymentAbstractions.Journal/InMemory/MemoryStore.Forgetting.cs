namespace PaymentAbstractions.Journal;

// Closed entries are removed together with the entries that share their sums. An authorization that may be open is removed only after it
// has expired.
internal sealed partial class MemoryStore
{
    private readonly ClosedQueue _closed = new();
    private readonly PriorityQueue<JournalKey, DateTimeOffset> _authorized = new();

    /// <summary>Begins a call, whose time is now: removes the oldest groups of closed entries that need no action.</summary>
    public void BeginCall()
    {
        Now = time.GetUtcNow();
        while (_authorized.TryPeek(out var key, out var until) && until < Now)
        {
            _authorized.Dequeue();
            if (_all.ContainsKey(key))
            {
                QueueGroups([key]);
            }
        }

        var before = Now - options.KeepClosedFor;
        while (
            _closed.TryPeek(out var oldest, out var changedAt)
            && (changedAt <= before || _closed.Count > options.MaxClosed)
        )
        {
            if (IsAlone(_all[oldest]))
            {
                _closed.Remove(oldest);
                Remove(_all[oldest]);
                continue;
            }

            foreach (var key in GroupOf(_all[oldest]))
            {
                _closed.Remove(key);
                Remove(_all[key]);
            }
        }
    }

    private void Queue(JournalEntry entry, ValueList<JournalEntry> others, List<JournalKey> concerned)
    {
        if (others.Count == 0 && concerned.Count == 0 && IsAlone(entry))
        {
            QueueAlone(entry, Now);
        }
        else
        {
            QueueGroups([.. concerned, entry.Key, .. others.Select(other => other.Key)]);
        }
    }

    // A group is at the end of the queue when all of it may be removed; otherwise, none of it is in the queue.
    private void QueueGroups(List<JournalKey> keys)
    {
        var now = Now;
        var done = new HashSet<JournalKey>();
        foreach (var first in keys.Where(key => !done.Contains(key)))
        {
            var group = GroupOf(_all[first]);
            done.UnionWith(group);
            var open = group.FirstOrDefault(key => MayBeOpen(_all[key], now));
            var mayBeForgotten = open == default && !group.Any(_live.ContainsKey);
            if (open != default)
            {
                _authorized.Enqueue(open, JournalRules.CountsAsOpenUntil(_all[open]));
            }

            foreach (var key in group)
            {
                if (mayBeForgotten)
                {
                    _closed.Touch(key, now);
                }
                else
                {
                    _closed.Remove(key);
                }
            }
        }
    }

    // Most payments share their sums with no other entry.
    private bool IsAlone(JournalEntry entry) =>
        entry is { Intent.Original: null, OriginalRoot: null, DuplicateOf: null }
        && !_byMark.ContainsKey(new Mark(Role.DuplicateOf, entry.Key.Key.Value, entry.Key.Environment))
        && (entry.Outcome?.Transaction is not { } made || IsAlone(made));

    private bool IsAlone(TransactionReference transaction) =>
        !_byMark.ContainsKey(MarkOf(Role.WorkedOn, transaction))
        && (!_byMark.TryGetValue(MarkOf(Role.Made, transaction), out var makers) || makers.Count == 1);

    private void QueueAlone(JournalEntry entry, DateTimeOffset now)
    {
        var isOpen = MayBeOpen(entry, now);
        if (isOpen)
        {
            _authorized.Enqueue(entry.Key, JournalRules.CountsAsOpenUntil(entry));
        }

        if (isOpen || _live.ContainsKey(entry.Key))
        {
            _closed.Remove(entry.Key);
        }
        else
        {
            _closed.Touch(entry.Key, now);
        }
    }

    /// <summary>
    /// The keys of an entry, of the transaction that it created or works on, of all other operations on that transaction, and of related
    /// duplicate charges.
    /// </summary>
    private HashSet<JournalKey> GroupOf(JournalEntry entry)
    {
        var group = new HashSet<JournalKey> { entry.Key };
        if (!Counts(entry))
        {
            return group;
        }

        // A transaction with many refunds is named by each of them.
        var followed = new HashSet<Mark>();
        var waiting = new Queue<JournalEntry>([entry]);
        while (waiting.TryDequeue(out var next))
        {
            foreach (var related in RelatedTo(next, followed).Where(Counts).Where(related => group.Add(related.Key)))
            {
                waiting.Enqueue(related);
            }
        }

        return group;
    }

    private IEnumerable<JournalEntry> RelatedTo(JournalEntry entry, HashSet<Mark> followed)
    {
        var related = new[] { entry.Outcome?.Transaction, entry.Intent.Original, entry.OriginalRoot }
            .OfType<TransactionReference>()
            .SelectMany(transaction => (Mark[])[MarkOf(Role.Made, transaction), MarkOf(Role.WorkedOn, transaction)])
            .Append(new Mark(Role.DuplicateOf, entry.Key.Key.Value, entry.Key.Environment))
            .Where(followed.Add)
            .SelectMany(FindBy);
        return entry.DuplicateOf is { } other && Find(other) is { } paid ? related.Append(paid) : related;
    }

    private static bool MayBeOpen(JournalEntry entry, DateTimeOffset now) =>
        entry.MayBeOpenAuthorization && now <= JournalRules.CountsAsOpenUntil(entry);

    // A capture, void or refund that moved nothing is in no sum, so it is removed separately.
    private static bool Counts(JournalEntry entry) =>
        entry.IsInDoubt || entry.IsApproved || entry.Intent.Original is null;
}
