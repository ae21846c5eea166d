namespace PaymentAbstractions.Journal.Tests;

/// <summary>What a journal was told and what it answered, and when: the measure of what must be there after a crash.</summary>
internal sealed class Ledger
{
    // For each key its states in order, each with the number of disk operations that were done when it was answered.
    private readonly Dictionary<JournalKey, List<(JournalEntry Entry, int AnsweredAt)>> _states = [];

    // What was told and may be there without having been answered.
    private readonly Dictionary<JournalKey, JournalIntent> _told = [];

    /// <summary>Takes payments, several at once.</summary>
    public async Task WorkAsync(
        FilePaymentJournal journal,
        RecordingDisk disk,
        string prefix,
        Random random,
        int payments
    )
    {
        for (var i = 0; i < payments; )
        {
            var together = Math.Min(random.Next(1, 4), payments - i);
            var seeds = Enumerable.Range(i, together).Select(number => (number, random.Next())).ToList();
            await Task.WhenAll(
                seeds.Select(one => PayAsync(journal, disk, $"{prefix}-{one.number}", new Random(one.Item2)))
            );
            i += together;
        }
    }

    /// <summary>Compares what a journal holds with what it had answered when the power was lost.</summary>
    public async Task<string?> CompareAsync(FilePaymentJournal journal, int operations)
    {
        var inDoubt = 0;
        foreach (var (key, intent) in _told.ToList())
        {
            var states = _states.GetValueOrDefault(key, []);
            var answered = states.FindLastIndex(state => state.AnsweredAt <= operations);
            var found = await journal.FindAsync(key);
            inDoubt += found?.IsInDoubt == true ? 1 : 0;
            if (found is null && answered >= 0)
            {
                return $"{key} was answered as {states[answered].Entry.State} and is gone";
            }

            if (found is not null && !IsPossible(found, states, answered, intent))
            {
                return $"{key} was answered as revision {(answered < 0 ? -1 : states[answered].Entry.Revision)} and reads {found}";
            }

            if (
                found is not null
                && !(await journal.FindByOrderAsync(intent.Environment, intent.OrderReference).ToListAsync()).Contains(
                    found
                )
            )
            {
                return $"{key} is not found by its order";
            }
        }

        var unresolved = await journal.GetUnresolvedAsync(new JournalQuery()).ToListAsync();
        return unresolved.Count == inDoubt ? null : $"{inDoubt} are in doubt and {unresolved.Count} are listed";
    }

    /// <summary>What is known after a crash: what the journal says, for it was checked, is answered from now on.</summary>
    public async Task<Ledger> InheritAsync(DiskImage image)
    {
        var heir = new Ledger();
        await using var journal = await Journals.OpenAsync(new RecordingDisk(image));
        foreach (var (key, intent) in _told)
        {
            if (await journal.FindAsync(key) is { } found)
            {
                heir._told[key] = intent;
                heir._states[key] = [(found, 0)];
            }
        }

        return heir;
    }

    private async Task PayAsync(FilePaymentJournal journal, RecordingDisk disk, string name, Random random)
    {
        var intent = Some.Sale("key-" + name, "order-" + name) with
        {
            Hints = new RecoveryHints
            {
                TakenAt = Some.Now,
                KnownTransactionIds = [.. Enumerable.Range(0, random.Next(40)).Select(i => $"known-{name}-{i}")],
            },
        };
        Tell(intent);
        var begun = await journal.BeginAsync(intent);
        Note(begun.Entry!, disk);
        if (random.Next(4) == 0)
        {
            return;
        }

        var outcome = random.Next(3) switch
        {
            0 => Some.Unknown(intent),
            1 => Some.NotSent(intent),
            _ => Some.Approved(intent),
        };
        var completed = await journal.CompleteAsync(intent.JournalKey, 1, outcome);
        Note(completed.Entry!, disk);
        if (completed.Entry!.IsInDoubt)
        {
            var resolved = await journal.ResolveAsync(Some.Resolution(intent, Some.Approved(intent)));
            Note(resolved.Entry!, disk);
        }
    }

    private static bool IsPossible(
        JournalEntry found,
        List<(JournalEntry Entry, int AnsweredAt)> states,
        int answered,
        JournalIntent intent
    ) => states.Skip(answered).Any(state => state.Entry == found) || (answered < 0 && IsFirst(found, intent));

    private static bool IsFirst(JournalEntry found, JournalIntent intent) =>
        found == JournalRules.Start(intent, existing: null).Entry;

    private void Tell(JournalIntent intent)
    {
        lock (_told)
        {
            _told[intent.JournalKey] = intent;
        }
    }

    private void Note(JournalEntry entry, RecordingDisk disk)
    {
        lock (_states)
        {
            if (!_states.TryGetValue(entry.Key, out var states))
            {
                _states[entry.Key] = states = [];
            }

            states.Add((entry, disk.Count));
        }
    }
}
