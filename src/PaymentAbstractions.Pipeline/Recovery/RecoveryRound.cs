using System.Collections.Concurrent;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

/// <summary>The results of one round of look-ups.</summary>
/// <remarks>Entries are listed one by one and looked up concurrently.</remarks>
internal sealed class RecoveryRound
{
    private readonly HashSet<JournalKey> _inDoubt = [];
    private readonly ConcurrentDictionary<string, int> _withoutGateway = new(StringComparer.OrdinalIgnoreCase);
    private int _lookedUp;
    private int _resolved;
    private int _notDue;
    private int _failed;
    private int _checked;
    private int _changed;
    private int _deferred;

    /// <summary>Whether the journal listed all unresolved payments.</summary>
    public bool IsComplete { get; set; }

    public IReadOnlySet<JournalKey> InDoubt => _inDoubt;

    /// <summary>The number of unresolved payments for each gateway that is no longer configured.</summary>
    public IReadOnlyDictionary<string, int> WithoutGateway => _withoutGateway;

    public void AddListed(JournalEntry entry, bool hasGateway)
    {
        _inDoubt.Add(entry.Key);
        if (!hasGateway)
        {
            _withoutGateway.AddOrUpdate(entry.Intent.Gateway, 1, static (_, count) => count + 1);
        }
    }

    public void AddFailed() => Interlocked.Increment(ref _failed);

    public void AddNotDue() => Interlocked.Increment(ref _notDue);

    public void AddLookedUp(JournalEntry after)
    {
        Interlocked.Increment(ref _lookedUp);
        Interlocked.Add(ref _resolved, after.IsInDoubt ? 0 : 1);
    }

    public void AddCheck(bool isChanged, bool isDeferred)
    {
        Interlocked.Increment(ref _checked);
        Interlocked.Add(ref _changed, isChanged ? 1 : 0);
        Interlocked.Add(ref _deferred, isDeferred ? 1 : 0);
    }

    public RecoveryReport ToReport() =>
        new()
        {
            LookedUp = _lookedUp,
            Resolved = _resolved,
            NotDue = _notDue,
            Failed = _failed,
            Checked = _checked,
            Changed = _changed,
            Deferred = _deferred,
            IsComplete = IsComplete,
            Published = 0,
        };
}
