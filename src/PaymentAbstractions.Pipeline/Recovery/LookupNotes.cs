using System.Collections.Concurrent;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

/// <summary>Records why attempts remain unresolved and when to look them up again. In memory: after a restart all are due.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class LookupNotes
{
    private readonly ConcurrentDictionary<JournalKey, LookupNote> _notes = new();

    public int Count => _notes.Count;

    public LookupNote? Find(JournalEntry entry) =>
        _notes.TryGetValue(entry.Key, out var note) && note.Attempt == entry.Attempt ? note : null;

    public LookupNote Add(
        JournalEntry entry,
        FindStatus status,
        string? reason,
        ValueList<TransactionReference> candidates,
        DateTimeOffset now,
        RecoveryOptions settings
    )
    {
        // A look-up that a caller requested early does not lengthen the delay of recovery.
        var before = Find(entry);
        var isEarly = before?.NextAt > now;
        var failures = (before?.Failures ?? 0) + (isEarly ? 0 : 1);
        var note = new LookupNote
        {
            Attempt = entry.Attempt,
            Status = status,
            Reason = reason,
            Candidates = candidates,
            At = now,
            NextAt = isEarly ? before!.NextAt : BackOff.Next(now, failures, settings),
            Failures = failures,
        };
        _notes[entry.Key] = note;
        return note;
    }

    public void Remove(JournalKey key) => _notes.TryRemove(key, out _);

    /// <summary>Removes the notes of all other keys, which a live answer or another process has resolved.</summary>
    public void KeepOnly(IReadOnlySet<JournalKey> inDoubt)
    {
        foreach (var key in _notes.Keys.Where(key => !inDoubt.Contains(key)))
        {
            Remove(key);
        }
    }
}
